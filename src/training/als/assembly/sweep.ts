// AssemblyScript source of the ALS inner loops; `scripts/build-kernels.ts` compiles it. Every pointer is a byte address
// in the memory the caller lays out; vectors hold `stride` 32-bit floats, a multiple of 8. The TypeScript sweep beside
// it does the same in double precision and is its oracle.

/** Rows whose sums are kept in registers before they join the large sum: few enough to stay in the nearest cache. */
const BLOCK: usize = 64;

/** out = YᵀY + regularisation · I, stride × stride. */
export function gram(rows: usize, rowCount: usize, stride: usize, regularisation: f32, out: usize): void {
  const width = stride << 2;
  memory.fill(out, 0, stride * width);
  for (let from: usize = 0; from < rowCount; from += BLOCK) {
    const first = rows + from * width;
    const end = first + min(BLOCK, rowCount - from) * width;
    for (let i: usize = 0; i < width; i += 16) {
      for (let j: usize = i & ~31; j < width; j += 32) addTile(first, end, width, i, j, out);
    }
  }
  for (let i: usize = 0; i < stride; i++) {
    for (let j: usize = 0; j < i; j++) store<f32>(out + i * width + (j << 2), load<f32>(out + j * width + (i << 2)));
    const diagonal = out + i * width + (i << 2);
    store<f32>(diagonal, load<f32>(diagonal) + regularisation);
  }
}

/** Four rows by eight columns of the Gram matrix; i and j are byte offsets. */
// @ts-ignore: decorator
@inline
function addTile(first: usize, end: usize, width: usize, i: usize, j: usize, out: usize): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
  let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
  for (let row = first; row < end; row += width) {
    const ya = v128.load(row + j);
    const yb = v128.load(row + j, 16);
    const x0 = v128.load_splat<f32>(row + i);
    const x1 = v128.load_splat<f32>(row + i, 4);
    const x2 = v128.load_splat<f32>(row + i, 8);
    const x3 = v128.load_splat<f32>(row + i, 12);
    a0 = f32x4.add(a0, f32x4.mul(x0, ya));
    b0 = f32x4.add(b0, f32x4.mul(x0, yb));
    a1 = f32x4.add(a1, f32x4.mul(x1, ya));
    b1 = f32x4.add(b1, f32x4.mul(x1, yb));
    a2 = f32x4.add(a2, f32x4.mul(x2, ya));
    b2 = f32x4.add(b2, f32x4.mul(x2, yb));
    a3 = f32x4.add(a3, f32x4.mul(x3, ya));
    b3 = f32x4.add(b3, f32x4.mul(x3, yb));
  }
  let at = out + (i >> 2) * width + j;
  accumulate(at, a0, b0);
  accumulate((at += width), a1, b1);
  accumulate((at += width), a2, b2);
  accumulate(at + width, a3, b3);
}

// @ts-ignore: decorator
@inline
function accumulate(at: usize, a: v128, b: v128): void {
  v128.store(at, f32x4.add(v128.load(at), a));
  v128.store(at, f32x4.add(v128.load(at, 16), b), 16);
}

/** Moves every row of `target` by conjugate-gradient steps; `scratch` has room for three vectors. */
export function sweep(
  target: usize,
  source: usize,
  rowCount: usize,
  stride: usize,
  starts: usize,
  columns: usize,
  values: usize,
  gram: usize,
  scratch: usize,
  steps: i32,
): void {
  const width = stride << 2;
  for (let row: usize = 0; row < rowCount; row++) {
    const from = <usize>load<u32>(starts + (row << 2));
    const to = <usize>load<u32>(starts + (row << 2), 4);
    const own = target + row * width;
    if (from == to) memory.fill(own, 0, width);
    else solveRow(own, source, width, columns + (from << 2), values + (from << 2), to - from, gram, scratch, steps);
  }
}

function solveRow(
  own: usize,
  source: usize,
  width: usize,
  columns: usize,
  values: usize,
  count: usize,
  gram: usize,
  residual: usize,
  steps: i32,
): void {
  const direction = residual + width;
  const product = direction + width;
  multiplyDense(gram, own, residual, width);
  for (let f: usize = 0; f < width; f += 16) v128.store(residual + f, f32x4.neg(v128.load(residual + f)));
  addEntries(source, width, columns, values, count, own, residual, 1, -1);
  memory.copy(direction, residual, width);
  let squared = dot(residual, residual, width);
  for (let step = 0; step < steps && squared > 1e-20; step++) {
    multiplyDense(gram, direction, product, width);
    addEntries(source, width, columns, values, count, direction, product, 0, 1);
    const length = squared / dot(direction, product, width);
    addScaled(own, direction, length, width);
    addScaled(residual, product, -length, width);
    const before = squared;
    squared = dot(residual, residual, width);
    const turn = f32x4.splat(squared / before);
    for (let f: usize = 0; f < width; f += 16) {
      v128.store(direction + f, f32x4.add(v128.load(residual + f), f32x4.mul(turn, v128.load(direction + f))));
    }
  }
}

/** out = matrix · vector for a symmetric matrix, as a sum of its rows, so that no sum runs across lanes. */
function multiplyDense(matrix: usize, vector: usize, out: usize, width: usize): void {
  let j: usize = 0;
  for (; j + 128 <= width; j += 128) {
    let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
    let s4 = f32x4.splat(0), s5 = f32x4.splat(0), s6 = f32x4.splat(0), s7 = f32x4.splat(0);
    let row = matrix + j;
    for (let i: usize = 0; i < width; i += 4) {
      const x = v128.load_splat<f32>(vector + i);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(row)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(row, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(row, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(row, 48)));
      s4 = f32x4.add(s4, f32x4.mul(x, v128.load(row, 64)));
      s5 = f32x4.add(s5, f32x4.mul(x, v128.load(row, 80)));
      s6 = f32x4.add(s6, f32x4.mul(x, v128.load(row, 96)));
      s7 = f32x4.add(s7, f32x4.mul(x, v128.load(row, 112)));
      row += width;
    }
    v128.store(out + j, s0);
    v128.store(out + j, s1, 16);
    v128.store(out + j, s2, 32);
    v128.store(out + j, s3, 48);
    v128.store(out + j, s4, 64);
    v128.store(out + j, s5, 80);
    v128.store(out + j, s6, 96);
    v128.store(out + j, s7, 112);
  }
  for (; j < width; j += 32) {
    let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
    let row = matrix + j;
    for (let i: usize = 0; i < width; i += 4) {
      const x = v128.load_splat<f32>(vector + i);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(row)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(row, 16)));
      row += width;
    }
    v128.store(out + j, s0);
    v128.store(out + j, s1, 16);
  }
}

/** out += Σ over entries of (bias · (1 + c) + sign · c · (y · vector)) y, four entries at a time. */
function addEntries(
  source: usize,
  width: usize,
  columns: usize,
  values: usize,
  count: usize,
  vector: usize,
  out: usize,
  bias: f32,
  sign: f32,
): void {
  const biases = f32x4.splat(bias);
  const signs = f32x4.splat(sign);
  let entry: usize = 0;
  for (; entry + 4 <= count; entry += 4) {
    const at = columns + (entry << 2);
    const y0 = source + <usize>load<u32>(at) * width;
    const y1 = source + <usize>load<u32>(at, 4) * width;
    const y2 = source + <usize>load<u32>(at, 8) * width;
    const y3 = source + <usize>load<u32>(at, 12) * width;
    let d0 = f32x4.splat(0), d1 = f32x4.splat(0), d2 = f32x4.splat(0), d3 = f32x4.splat(0);
    for (let f: usize = 0; f < width; f += 32) {
      const v = v128.load(vector + f);
      const w = v128.load(vector + f, 16);
      d0 = f32x4.add(f32x4.add(d0, f32x4.mul(v, v128.load(y0 + f))), f32x4.mul(w, v128.load(y0 + f, 16)));
      d1 = f32x4.add(f32x4.add(d1, f32x4.mul(v, v128.load(y1 + f))), f32x4.mul(w, v128.load(y1 + f, 16)));
      d2 = f32x4.add(f32x4.add(d2, f32x4.mul(v, v128.load(y2 + f))), f32x4.mul(w, v128.load(y2 + f, 16)));
      d3 = f32x4.add(f32x4.add(d3, f32x4.mul(v, v128.load(y3 + f))), f32x4.mul(w, v128.load(y3 + f, 16)));
    }
    const c = v128.load(values + (entry << 2));
    const wanted = f32x4.mul(biases, f32x4.add(f32x4.splat(1), c));
    const weights = f32x4.add(wanted, f32x4.mul(f32x4.mul(signs, c), sumsOfFour(d0, d1, d2, d3)));
    const w0 = v128.shuffle<f32>(weights, weights, 0, 0, 0, 0);
    const w1 = v128.shuffle<f32>(weights, weights, 1, 1, 1, 1);
    const w2 = v128.shuffle<f32>(weights, weights, 2, 2, 2, 2);
    const w3 = v128.shuffle<f32>(weights, weights, 3, 3, 3, 3);
    for (let f: usize = 0; f < width; f += 16) {
      const left = f32x4.add(f32x4.mul(w0, v128.load(y0 + f)), f32x4.mul(w1, v128.load(y1 + f)));
      const right = f32x4.add(f32x4.mul(w2, v128.load(y2 + f)), f32x4.mul(w3, v128.load(y3 + f)));
      v128.store(out + f, f32x4.add(v128.load(out + f), f32x4.add(left, right)));
    }
  }
  for (; entry < count; entry++) {
    const y = source + <usize>load<u32>(columns + (entry << 2)) * width;
    const c = load<f32>(values + (entry << 2));
    addScaled(out, y, bias * (1 + c) + sign * c * dot(y, vector, width), width);
  }
}

/** The sums of the lanes of each of four vectors. */
// @ts-ignore: decorator
@inline
function sumsOfFour(d0: v128, d1: v128, d2: v128, d3: v128): v128 {
  const a = f32x4.add(v128.shuffle<f32>(d0, d1, 0, 4, 1, 5), v128.shuffle<f32>(d0, d1, 2, 6, 3, 7));
  const b = f32x4.add(v128.shuffle<f32>(d2, d3, 0, 4, 1, 5), v128.shuffle<f32>(d2, d3, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
}

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, width: usize): f32 {
  let s = f32x4.splat(0), t = f32x4.splat(0);
  for (let f: usize = 0; f < width; f += 32) {
    s = f32x4.add(s, f32x4.mul(v128.load(a + f), v128.load(b + f)));
    t = f32x4.add(t, f32x4.mul(v128.load(a + f, 16), v128.load(b + f, 16)));
  }
  s = f32x4.add(s, t);
  return (
    f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3))
  );
}

// @ts-ignore: decorator
@inline
function addScaled(out: usize, vector: usize, scale: f32, width: usize): void {
  const factor = f32x4.splat(scale);
  for (let f: usize = 0; f < width; f += 16) {
    v128.store(out + f, f32x4.add(v128.load(out + f), f32x4.mul(factor, v128.load(vector + f))));
  }
}
