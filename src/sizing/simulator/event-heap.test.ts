import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventHeap } from "./event-heap.ts";

describe("the heap of events", () => {
  it("gives events by time, those of one time in the order in which they went in, pushed and popped in any mixture", () => {
    const step = fc.option(fc.nat(5), { freq: 3 });
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 300, size: "max" }), (steps) => {
        const heap = new EventHeap();
        const list: { time: number; code: number }[] = [];
        for (const [code, time] of steps.entries()) {
          if (time !== null) {
            heap.push(time, code, code + 1);
            list.push({ time, code });
            continue;
          }
          list.sort((a, b) => a.time - b.time || a.code - b.code);
          const wanted = list.shift();
          expect(heap.pop()).toBe(wanted !== undefined);
          if (wanted) expect([heap.time, heap.code, heap.stamp]).toEqual([wanted.time, wanted.code, wanted.code + 1]);
        }
        expect(heap.size).toBe(list.length);
      }),
    );
  });

  it("keeps all of ten thousand events when it grows", () => {
    const heap = new EventHeap();
    for (let i = 0; i < 10_000; i++) heap.push((i * 7919) % 10_000, i, 0);
    for (let time = 0; time < 10_000; time++) {
      heap.pop();
      expect(heap.time).toBe(time);
    }
    expect(heap.pop()).toBe(false);
  });
});
