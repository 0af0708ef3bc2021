// AssemblyScript source of tree scoring; `scripts/build-kernels.ts` compiles it. A node is 16 bytes: float32 threshold,
// byte offset of what it reads in a row, byte address of the left child (the right one follows it), and 4 spare bytes. A
// leaf's children are itself: its threshold is infinite, so that a walk that has arrived stays. Its address halved, plus
// a constant, is the address of its float64 value.

const ROWS: usize = 8;

/** Where a row goes next. */
// @ts-ignore: decorator
@inline
function next(node: usize, row: usize): usize {
  const value = load<f32>(row + <usize>load<u32>(node, 4));
  return <usize>load<u32>(node, 8) + (<usize>u32(value > load<f32>(node)) << 4);
}

// @ts-ignore: decorator
@inline
function addLeaf(out: usize, node: usize, values: usize): void {
  store<f64>(out, load<f64>(out) + load<f64>(values + (node >> 1)));
}

/** Adds every tree to a multiple of eight rows, eight walks side by side so that none waits for its own loads. */
export function scoreRows(matrix: usize, rowBytes: usize, rows: usize, roots: usize, trees: usize, values: usize, out: usize): void {
  for (let t: usize = 0; t < trees; t++) {
    const root = <usize>load<u32>(roots + (t << 3));
    const depth = load<u32>(roots + (t << 3), 4);
    let at = matrix;
    for (let r: usize = 0; r < rows; r += ROWS) {
      let n0 = root, n1 = root, n2 = root, n3 = root, n4 = root, n5 = root, n6 = root, n7 = root;
      const r1 = at + rowBytes, r2 = r1 + rowBytes, r3 = r2 + rowBytes;
      const r4 = r3 + rowBytes, r5 = r4 + rowBytes, r6 = r5 + rowBytes, r7 = r6 + rowBytes;
      for (let d: u32 = 0; d < depth; d++) {
        n0 = next(n0, at);
        n1 = next(n1, r1);
        n2 = next(n2, r2);
        n3 = next(n3, r3);
        n4 = next(n4, r4);
        n5 = next(n5, r5);
        n6 = next(n6, r6);
        n7 = next(n7, r7);
      }
      const to = out + (r << 3);
      addLeaf(to, n0, values);
      addLeaf(to + 8, n1, values);
      addLeaf(to + 16, n2, values);
      addLeaf(to + 24, n3, values);
      addLeaf(to + 32, n4, values);
      addLeaf(to + 40, n5, values);
      addLeaf(to + 48, n6, values);
      addLeaf(to + 56, n7, values);
      at = r7 + rowBytes;
    }
  }
}

/** Adds every tree to one row, four trees side by side; `trees` is a multiple of four. */
export function scoreRow(row: usize, roots: usize, trees: usize, values: usize, out: usize): void {
  for (let t: usize = 0; t < trees; t += 4) {
    const at = roots + (t << 3);
    let n0 = <usize>load<u32>(at), n1 = <usize>load<u32>(at, 8), n2 = <usize>load<u32>(at, 16), n3 = <usize>load<u32>(at, 24);
    const depth = max(max(load<u32>(at, 4), load<u32>(at, 12)), max(load<u32>(at, 20), load<u32>(at, 28)));
    for (let d: u32 = 0; d < depth; d++) {
      n0 = next(n0, row);
      n1 = next(n1, row);
      n2 = next(n2, row);
      n3 = next(n3, row);
    }
    addLeaf(out, n0, values);
    addLeaf(out, n1, values);
    addLeaf(out, n2, values);
    addLeaf(out, n3, values);
  }
}

/**
 * Writes every value twice, a missing one first as −∞ and then as +∞: a node reads the
 * one that sends missing values its way, and one comparison decides.
 */
export function spread(values: usize, count: usize, out: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const value = load<f32>(values + (i << 2));
    const isMissing = value != value;
    store<f32>(out + (i << 3), select<f32>(-Infinity, value, isMissing));
    store<f32>(out + (i << 3), select<f32>(Infinity, value, isMissing), 4);
  }
}
