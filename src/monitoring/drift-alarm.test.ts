import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { binomialInterval } from "../kit/interval.ts";
import { seededRandom, type Random } from "../kit/random.ts";
import { alarmRates, driftAlarm, FALSE_ALARM_RATE } from "./drift-alarm.ts";
import { fitReference } from "./drift/psi.ts";

const draw = (random: Random, count: number) => Float64Array.from({ length: count }, () => random.normal());
const referenceValues = draw(seededRandom("reference"), 2000);
const reference = fitReference(referenceValues, { bins: 10 });
const shift = (values: ArrayLike<number>) => Float64Array.from(values, (value) => value + 0.8);
const trial = { referenceValues, bins: 10, alarmAbove: 0.2, repetitions: 300, random: seededRandom("trial") };
const housing = join(import.meta.dirname, "../../../shared/data/nannyml-drift/california_housing_");

describe("a drift alarm", () => {
  it("fires above its threshold and only there", () => {
    expect(driftAlarm(reference, shift(draw(seededRandom(1), 500)), { alarmAbove: 0.2 }).fires).toBe(true);
    expect(driftAlarm(reference, draw(seededRandom(1), 500), { alarmAbove: 0.2 }).fires).toBe(false);
  });

  it("refuses to judge too few values, says how many it needs, and judges from there on", () => {
    const few = driftAlarm(reference, shift(draw(seededRandom(1), 40)), { alarmAbove: 0.2 });
    expect(few).toMatchObject({ fires: false, sampleCount: 40, tooFew: { needed: 115 } });
    expect(few.psi).toBeGreaterThan(0.2);
    const enough = driftAlarm(reference, shift(draw(seededRandom(1), 115)), { alarmAbove: 0.2 });
    expect(enough).toMatchObject({ fires: true });
    expect(enough.tooFew).toBeUndefined();
    expect(driftAlarm(reference, [], { alarmAbove: 0.2 })).toMatchObject({ fires: false, psi: NaN });
  });

  it("says so when its reference is too small for any sample", () => {
    const small = fitReference(draw(seededRandom(2), 60), { bins: 10 });
    expect(driftAlarm(small, draw(seededRandom(3), 5000), { alarmAbove: 0.2 }).tooFew).toMatchObject({
      needed: Infinity,
      reason: expect.stringContaining("a reference of 60 values is too small"),
    });
  });

  it("watches a constant without ever refusing for noise that a constant does not have", () => {
    const constant = fitReference(new Float64Array(300).fill(7), { bins: 10 });
    expect(driftAlarm(constant, new Float64Array(50).fill(7), { alarmAbove: 0.2 })).toMatchObject({
      fires: false,
      psi: 0,
    });
    expect(driftAlarm(constant, new Float64Array(50).fill(8), { alarmAbove: 0.2 }).fires).toBe(true);
  });

  it.skipIf(!existsSync(`${housing}reference.csv`))(
    "fires where California housing moves north, and is silent within its reference (skipped where ../shared/data is absent)",
    () => {
      const latitudes = (part: string) => {
        const [header, ...rows] = readFileSync(`${housing}${part}.csv`, "utf8").trimEnd().split("\n");
        const at = header!.split(",").indexOf("Latitude");
        return rows.map((row) => Number(row.split(",")[at]));
      };
      const base = latitudes("reference");
      const even = fitReference(
        base.filter((_, row) => row % 2 === 0),
        { bins: 10 },
      );
      const odd = base.filter((_, row) => row % 2 === 1);
      expect(driftAlarm(even, odd, { alarmAbove: 0.2 })).toMatchObject({ fires: false });
      expect(driftAlarm(even, latitudes("analysis"), { alarmAbove: 0.2 })).toMatchObject({ fires: true });
    },
  );
});

describe("the rates of an alarm", () => {
  it("count no more false alarms than stated at the smallest sample, and every large shift", () => {
    const rates = alarmRates({ ...trial, sample: (random) => draw(random, 115), inject: shift });
    expect(binomialInterval(rates.falseAlarms, rates.repetitions, 0.999).low).toBeLessThanOrEqual(FALSE_ALARM_RATE);
    expect(rates).toMatchObject({ detections: 300, refusals: 0, repetitions: 300 });
  });

  it("count refusals apart, and are the same for the same seed", () => {
    const few = { ...trial, repetitions: 20, sample: (random: Random) => draw(random, 30), inject: shift };
    expect(alarmRates(few)).toEqual({ falseAlarms: 0, detections: 0, refusals: 40, repetitions: 20 });
    const some = { ...trial, repetitions: 40, sample: (random: Random) => draw(random, 200), inject: shift };
    const mild = { ...some, inject: (values: ArrayLike<number>) => Float64Array.from(values, (value) => value + 0.4) };
    expect(alarmRates(mild)).toEqual(alarmRates(mild));
    expect(alarmRates(mild).detections).toBeLessThan(40);
  });
});
