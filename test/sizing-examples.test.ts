import { describe, expect, it } from "vitest";
import { committedPage, firstToBreak, sizedExamples, sizingExamplesPage } from "../scripts/sizing-examples-page.ts";
import { ratioAt, stationPath } from "../scripts/sizing-validity-page.ts";

const minutes = 60_000;

describe("closed forms and the simulator", () => {
  it(
    "name the same machines first in every example with a path, as docs/sizing/examples.md says",
    { timeout: 4 * minutes },
    () => {
      const examples = sizedExamples();
      const online = examples.filter(({ simulated }) => simulated !== undefined);
      expect(online.length).toBeGreaterThanOrEqual(15);
      for (const { name, sized, simulated } of online)
        expect(
          firstToBreak(sized).map((limit) => limit.name),
          name,
        ).toContain(simulated!.resource);
      expect(sizingExamplesPage(examples)).toBe(committedPage());
    },
  );

  it("agree within the range that docs/sizing/validity.md gives", { timeout: minutes }, () => {
    for (const [servers, spread, share] of [
      [4, 3, 0.8],
      [16, 10, 0.8],
    ] as const) {
      const { p50, p99 } = ratioAt(stationPath(servers, spread), share, 60_000, "test");
      expect(Math.abs(p50 - 1)).toBeLessThan(0.1);
      expect(Math.abs(p99 - 1)).toBeLessThan(0.1);
    }
  });
});
