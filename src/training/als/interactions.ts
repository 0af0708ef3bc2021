import { Problem } from "../../kit/problem.ts";

/**
 * Who took what, how often: one entry per line, in any order. A pair that occurs twice counts with the sum of its
 * values; a pair with value 0 counts as not taken.
 */
export interface Interactions {
  readonly userCount: number;
  readonly itemCount: number;
  /** User of each entry, in [0, userCount). */
  readonly userIndex: Int32Array;
  /** Item of each entry, in [0, itemCount). */
  readonly itemIndex: Int32Array;
  /** Counts or weights, finite and ≥ 0. */
  readonly value: Float32Array;
}

/** A sparse matrix by rows; columns ascend within a row and occur once. */
export interface SparseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row r holds the entries from `starts[r]` up to, not including, `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * The interactions as a matrix of users by items, whatever order they came in.
 *
 * @throws {Problem} `training/bad-interaction` when a value is negative or not a number, `training/no-interactions`
 */
export function rowsByUser(interactions: Interactions): SparseRows {
  checkInteractions(interactions);
  const { userCount, itemCount, userIndex, itemIndex, value } = interactions;
  const byItem = stableOrder(itemIndex, itemCount, undefined);
  const order = stableOrder(userIndex, userCount, byItem);
  const merged = mergeNeighbours(order, interactions);
  if (value.length > 0 && merged.columns.length === 0) throw noInteractions();
  return { rowCount: userCount, columnCount: itemCount, ...merged };
}

/** The same matrix by its columns. */
export function transpose(rows: SparseRows): SparseRows {
  const starts = countStarts(rows.columns, rows.columnCount);
  const next = starts.slice();
  const columns = new Int32Array(rows.columns.length);
  const values = new Float32Array(rows.columns.length);
  for (let row = 0; row < rows.rowCount; row++) {
    for (let entry = rows.starts[row]!; entry < rows.starts[row + 1]!; entry++) {
      const place = next[rows.columns[entry]!]!++;
      columns[place] = row;
      values[place] = rows.values[entry]!;
    }
  }
  return { rowCount: rows.columnCount, columnCount: rows.rowCount, starts, columns, values };
}

/** Entries sorted by key, ties in the order given (counting sort). */
function stableOrder(keys: Int32Array, keyCount: number, before: Int32Array | undefined): Int32Array {
  const next = countStarts(keys, keyCount);
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const entry = before ? before[i]! : i;
    order[next[keys[entry]!]!++] = entry;
  }
  return order;
}

function countStarts(keys: Int32Array, keyCount: number): Int32Array {
  const starts = new Int32Array(keyCount + 1);
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++;
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!;
  return starts;
}

function mergeNeighbours(order: Int32Array, { userCount, userIndex, itemIndex, value }: Interactions) {
  const starts = new Int32Array(userCount + 1);
  const columns = new Int32Array(order.length);
  const values = new Float32Array(order.length);
  let size = 0;
  for (let i = 0; i < order.length;) {
    const user = userIndex[order[i]!]!;
    const item = itemIndex[order[i]!]!;
    let sum = 0;
    for (; i < order.length && userIndex[order[i]!] === user && itemIndex[order[i]!] === item; i++) {
      sum += value[order[i]!]!;
    }
    if (sum === 0) continue;
    columns[size] = item;
    values[size++] = sum;
    starts[user + 1] = size;
  }
  for (let user = 0; user < userCount; user++) starts[user + 1] = Math.max(starts[user]!, starts[user + 1]!);
  return { starts, columns: columns.slice(0, size), values: values.slice(0, size) };
}

function checkInteractions({ userCount, itemCount, userIndex, itemIndex, value }: Interactions): void {
  if (userIndex.length !== value.length || itemIndex.length !== value.length) {
    throw new Error(`${userIndex.length} users, ${itemIndex.length} items and ${value.length} values do not line up`);
  }
  if (value.length === 0) throw noInteractions();
  for (let i = 0; i < value.length; i++) {
    const inside = userIndex[i]! >= 0 && userIndex[i]! < userCount && itemIndex[i]! >= 0 && itemIndex[i]! < itemCount;
    if (!inside) throw new RangeError(`interaction ${i}: user ${userIndex[i]} or item ${itemIndex[i]} is outside`);
    if (!(value[i]! >= 0 && value[i]! < Infinity)) throw badInteraction(i, value[i]!);
  }
}

const badInteraction = (row: number, value: number) =>
  new Problem({
    code: "training/bad-interaction",
    found: `Interaction ${row + 1} has the value ${value}, but implicit feedback is a count or weight of 0 or more.`,
    fix: "use counts (or money, or minutes) that cannot be negative, and leave out rows such as returns with a filter like `quantity > 0`",
  });

const noInteractions = () =>
  new Problem({
    code: "training/no-interactions",
    found: "There is not one interaction to learn from: no user took any item.",
    fix: "check the filter and the time window that choose the interactions; at least one must pass",
  });
