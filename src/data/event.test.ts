import { assert, asyncProperty, integer } from "fast-check";
import { expect, it } from "vitest";
import { isVisibleAt } from "./event.ts";
import { withTables } from "./testing/made-files.ts";

it("an event is visible when it happened before and was known by then, the same in SQL", async () => {
  const moment = integer({ min: 0, max: 4 });
  await withTables((tables) =>
    assert(
      asyncProperty(moment, moment, moment, async (timeMillis, knownMillis, at) => {
        const [row] = await tables.rows<{ visible: boolean }>(
          `SELECT time_ms < ${at} AND known_ms <= ${at} AS visible
           FROM (SELECT ${timeMillis} AS time_ms, ${knownMillis} AS known_ms)`,
        );
        expect(isVisibleAt({ timeMillis, knownMillis }, at)).toBe(row!.visible);
      }),
      { numRuns: 50 },
    ),
  );
});
