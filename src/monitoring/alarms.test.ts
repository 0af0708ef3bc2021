import { describe, expect, it } from "vitest";
import { alarmFires, defineAlarm } from "./alarms.ts";

const alarm = {
  name: "drift of prices",
  owner: "recommendations on-call",
  action: "retrain, then look",
  threshold: 0.2,
};

describe("an alarm", () => {
  it("fires above its threshold, not at it, and not on what could not be measured", () => {
    expect([0.1, 0.2, 0.21, NaN].map((measured) => alarmFires(defineAlarm(alarm), measured))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([{ owner: " " }, { action: "" }, { name: "" }, { threshold: NaN }])(
    "is refused when incomplete: %o",
    (gap) => {
      expect(() => defineAlarm({ ...alarm, ...gap })).toThrow(
        expect.objectContaining({ code: "monitoring/alarm-incomplete" }),
      );
    },
  );
});
