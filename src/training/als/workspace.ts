import { instantiate, planMemory } from "../trees/wasm-memory.ts";
import type { SparseRows } from "./interactions.ts";
import { transpose } from "./interactions.ts";
import { sweepKernel } from "./sweep.generated.ts";
import { sweepRows } from "./sweep.ts";

/** The two factor matrices and the two half iterations that improve them in place. */
export interface Workspace {
  /** Row length of both matrices: the factors rounded up to a multiple of 8, the rest zeros. */
  readonly stride: number;
  readonly users: Float32Array;
  readonly items: Float32Array;
  sweepUsers(): void;
  sweepItems(): void;
}

export interface WorkspaceShape {
  readonly factors: number;
  readonly regularisation: number;
  /** Conjugate-gradient steps per row and sweep. */
  readonly steps: number;
  /** Users by items; values are c − 1. */
  readonly byUser: SparseRows;
}

interface KernelExports {
  gram(rows: number, rowCount: number, stride: number, regularisation: number, out: number): void;
  sweep(
    target: number,
    source: number,
    rowCount: number,
    stride: number,
    starts: number,
    columns: number,
    values: number,
    gram: number,
    scratch: number,
    steps: number,
  ): void;
}

/** WebAssembly memory ends at 4 GiB; the TypeScript sweep does not, and is some ten times slower. */
const MOST_BYTES = 3_900_000_000;

export function createWorkspace(shape: WorkspaceShape): Workspace {
  const { rowCount, columnCount, values } = shape.byUser;
  const bytes = 4 * ((rowCount + columnCount) * (strideFor(shape.factors) + 1) + 4 * values.length);
  return bytes < MOST_BYTES ? createWasmWorkspace(shape) : createTypeScriptWorkspace(shape);
}

export function createTypeScriptWorkspace({ factors, byUser, regularisation, steps }: WorkspaceShape): Workspace {
  const stride = strideFor(factors);
  const byItem = transpose(byUser);
  const users = new Float32Array(byUser.rowCount * stride);
  const items = new Float32Array(byItem.rowCount * stride);
  const shared = { stride, regularisation, steps };
  return {
    stride,
    users,
    items,
    sweepUsers: () => sweepRows({ ...shared, target: users, source: items, entries: byUser }),
    sweepItems: () => sweepRows({ ...shared, target: items, source: users, entries: byItem }),
  };
}

/** The same with 128-bit vectors in single precision; no fused operations, so the same bytes on every machine. */
export function createWasmWorkspace({ factors, byUser, regularisation, steps }: WorkspaceShape): Workspace {
  const stride = strideFor(factors);
  const plan = planMemory();
  const floats = (count: number) => plan.reserve(4 * count);
  const users = floats(byUser.rowCount * stride);
  const items = floats(byUser.columnCount * stride);
  const gram = floats(stride * stride);
  const scratch = floats(3 * stride);
  const sides = [byUser, transpose(byUser)].map((rows) => ({
    rows,
    starts: floats(rows.starts.length),
    columns: floats(rows.columns.length),
    values: floats(rows.values.length),
  }));
  const memory = plan.allocate();
  const kernel = instantiate<KernelExports>(sweepKernel, memory);
  const [userSide, itemSide] = sides.map(({ rows, starts, columns, values }) => {
    new Int32Array(memory.buffer, starts).set(rows.starts);
    new Int32Array(memory.buffer, columns).set(rows.columns);
    new Float32Array(memory.buffer, values).set(rows.values);
    return (target: number, source: number) => {
      kernel.gram(source, rows.columnCount, stride, regularisation, gram);
      kernel.sweep(target, source, rows.rowCount, stride, starts, columns, values, gram, scratch, steps);
    };
  });
  return {
    stride,
    users: new Float32Array(memory.buffer, users, byUser.rowCount * stride),
    items: new Float32Array(memory.buffer, items, byUser.columnCount * stride),
    sweepUsers: () => userSide!(users, items),
    sweepItems: () => itemSide!(items, users),
  };
}

const strideFor = (factors: number): number => Math.ceil(factors / 8) * 8;
