import * as fc from "fast-check";
import { expect, it } from "vitest";
import { openSchedule } from "./schedule.ts";

it("gives items out in the order of their moments, whatever order they came in", () => {
  const law = fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 3000 }), (moments) => {
    const schedule = openSchedule();
    moments.forEach((moment, item) => schedule.add(moment, item));
    const taken = moments.map(() => moments[schedule.take()]!);
    expect(taken).toEqual(moments.toSorted((a, b) => a - b));
    expect(schedule.nextMillis()).toBe(Infinity);
  });
  fc.assert(law, { numRuns: 50 });
});
