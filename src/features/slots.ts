/** Small numbers for things that come and go; a released number is given out again. */
export interface Slots {
  take(): number;
  release(slot: number): void;
  /** One more than the largest number ever in use at once. */
  readonly capacity: number;
}

/** @param onGrow  called before a number beyond the room made so far is given out; room doubles */
export function openSlots(onGrow: (capacity: number) => void): Slots {
  const released: number[] = [];
  let used = 0;
  let room = 0;
  return {
    take: () => {
      const again = released.pop();
      if (again !== undefined) return again;
      if (used === room) onGrow((room = Math.max(64, room * 2)));
      return used++;
    },
    release: (slot) => void released.push(slot),
    get capacity() {
      return used;
    },
  };
}
