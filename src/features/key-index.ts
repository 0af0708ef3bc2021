import { openSlots } from "./slots.ts";

/** A step of a key: the next level of the index, or at the last part the slot. */
export type KeyNode = Map<string, KeyNode> | number;

/**
 * The keys that have events, each with a slot for its state: nested maps by key part, so that a request resolves the
 * parts all its candidates share only once.
 */
export interface KeyIndex {
  /** Where look-ups begin. For a key without parts this is the slot itself, -1 before its first event. */
  root(): KeyNode;
  /** The key's slot, made on first use; held once more. */
  hold(parts: readonly string[]): number;
  /** Held once less; a slot that nobody holds is given to the next key. */
  release(slot: number): void;
  readonly size: number;
}

/** The node below another after one part, `undefined` when no key with events begins so. */
export function step(from: KeyNode | undefined, part: string | undefined): KeyNode | undefined {
  return part === undefined || typeof from !== "object" ? undefined : from.get(part);
}

/** The node below another after several parts. */
export function descend(from: KeyNode | undefined, parts: readonly (string | undefined)[]): KeyNode | undefined {
  return parts.reduce<KeyNode | undefined>(step, from);
}

export function openKeyIndex(onGrow: (capacity: number) => void): KeyIndex {
  const branches = new Map<string, KeyNode>();
  const holders: number[] = [];
  const keys: (readonly string[])[] = [];
  const slots = openSlots(onGrow);
  let everything = -1;
  let size = 0;

  const place = (parts: readonly string[], slot: number): void => {
    keys[slot] = parts;
    size++;
    if (parts.length === 0) everything = slot;
    else branchFor(branches, parts).set(parts.at(-1)!, slot);
  };
  const remove = (parts: readonly string[]): void => {
    size--;
    if (parts.length === 0) everything = -1;
    else prune(branches, parts);
  };

  return {
    root: () => (everything === -1 ? branches : everything),
    hold: (parts) => {
      const known = descend(everything === -1 ? branches : everything, parts);
      const slot = typeof known === "number" ? known : slots.take();
      if (typeof known !== "number") place(parts, slot);
      holders[slot] = (holders[slot] ?? 0) + 1;
      return slot;
    },
    release: (slot) => {
      if (--holders[slot]! > 0) return;
      remove(keys[slot]!);
      slots.release(slot);
    },
    get size() {
      return size;
    },
  };
}

function branchFor(root: Map<string, KeyNode>, parts: readonly string[]): Map<string, KeyNode> {
  let branch = root;
  for (const part of parts.slice(0, -1)) {
    let next = branch.get(part) as Map<string, KeyNode> | undefined;
    if (!next) branch.set(part, (next = new Map<string, KeyNode>()));
    branch = next;
  }
  return branch;
}

/** Removes a key and every branch that this empties. */
function prune(branch: Map<string, KeyNode>, parts: readonly string[], depth = 0): void {
  const part = parts[depth]!;
  const next = branch.get(part);
  if (typeof next === "object") prune(next, parts, depth + 1);
  if (typeof next === "number" || next?.size === 0) branch.delete(part);
}
