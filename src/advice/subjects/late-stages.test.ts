import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineDesign } from "../../design/parse.ts";
import { answerTo, document, proposalOf } from "../testing/answer.ts";
import { asInput, samples, type Plain } from "../testing/samples.ts";
import { driftWindow } from "./drift.ts";
import { cadence } from "./retraining.ts";
import { canarySteps, requestsPerStep } from "./rollout.ts";

const designOf = (parts: Plain) => defineDesign(asInput(document(parts)));
const guarded = (target: string): Plain => ({ metrics: { guardrails: [{ metric: "latency p99", target }] } });

describe("advice on the serving mode", () => {
  it.for<[string, Plain, RegExp]>([
    [
      "answers on the device that is named",
      { requirements: { constraints: { hardware: "a phone" } } },
      /^Serve on-device/,
    ],
    [
      "answers on the device where data may not leave it",
      { requirements: { constraints: { privacy: ["no raw text leaves the device"] } } },
      /^Serve on-device/,
    ],
    ["answers in the vehicle", { system: "perception" }, /^Serve on-device/],
    ["follows a stream that nobody asks", { data: { sources: [{ name: "s", kind: "stream" }] } }, /^Serve streaming/],
    ["answers online while somebody waits", guarded("<= 900ms"), /^Serve online/],
    ["answers a question online for longer", { system: "rag", ...guarded("<= 6s") }, /^Serve online/],
    ["queues what may take seconds", guarded("<= 20s"), /^Serve near-real-time/],
    ["works ahead where nobody waits", guarded("<= 2h"), /^Serve batch/],
    [
      "answers online where the request brings inputs",
      { features: [{ name: "d", is: "request device" }] },
      /^Serve online/,
    ],
    ["follows freshness of seconds", { data: { sources: [{ name: "s", freshness: "10s" }] } }, /^Serve online/],
    ["follows freshness of an hour", { data: { sources: [{ name: "s", freshness: "1h" }] } }, /^Serve near-real-time/],
    ["follows freshness of a day", { data: { sources: [{ name: "s", freshness: "24h" }] } }, /^Serve batch/],
    ["asks for latency or freshness", {}, /^needs: metrics\.guardrails\[0\]\.target, data/],
  ])("%s", ([, parts, expected]) => expect(answerTo("serving-mode", parts)).toMatch(expected));

  it("never moves towards batch when the latency becomes tighter", () => {
    const rank = (answer: string) => ["Serve online", "Serve near-real-time", "Serve batch"].indexOf(answer);
    const bases = Object.values(samples).filter(({ system }) => system !== "perception");
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 1e7 }),
        (base, tight, more) => {
          const at = (millis: number) => rank(answerTo("serving-mode", { ...base, ...guarded(`<= ${millis}ms`) }));
          expect(at(tight)).toBeLessThanOrEqual(at(tight + more));
        },
      ),
    );
  });
});

describe("advice on fallbacks", () => {
  it.for(Object.entries(samples).filter(([, { system }]) => system))(
    "has a chain for %s, and its last link needs no model",
    ([, plain]) => {
      const chain = answerTo("fallback", { system: plain["system"]! }).replace("Fall back to ", "").split(", then ");
      expect(chain.length).toBeGreaterThan(1);
      expect(["previous-model", "smaller-model", "cached-answer", "baseline"]).not.toContain(chain.at(-1));
    },
  );
  it.for<[string, Plain, RegExp]>([
    [
      "lets through where an alarm costs more",
      {
        system: "fraud",
        requirements: { costOfErrors: { falsePositive: "90 $ per case", falseNegative: "10 $ per case" } },
      },
      /let-through$/,
    ],
    [
      "holds where a miss costs more",
      {
        system: "fraud",
        requirements: { costOfErrors: { falsePositive: "15 $ per case", falseNegative: "120 $ per case" } },
      },
      /hold$/,
    ],
    [
      "sends to people where there are some",
      {
        system: "fraud",
        serving: { review: { reviewers: 2 } },
        requirements: { costOfErrors: { falsePositive: "15 $ per case", falseNegative: "120 $ per case" } },
      },
      /human-review$/,
    ],
    ["asks for the system", {}, /^needs: system/],
  ])("%s", ([, parts, expected]) => expect(answerTo("fallback", parts)).toMatch(expected));
});

describe("advice on rollouts", () => {
  const traffic = (average: string, more: Plain = {}): Plain => ({
    system: "feed",
    requirements: { scale: { requests: { average } } },
    ...more,
  });
  it.for<[string, Plain, RegExp]>([
    [
      "begins at 1% where that is enough within the hour",
      traffic("100/s"),
      /^Shadow for 1d, then 1%, 10%, 50% of traffic, each for 1h/,
    ],
    ["begins higher with less traffic", traffic("10/s"), /then 10%, 50% of traffic, each for 1h/],
    ["takes longer with little", traffic("0.5/s"), /then 5%, 10%, 50% of traffic, each for 2d/],
    [
      "shadows for a week where an error is grave",
      { ...traffic("100/s"), system: "perception" },
      /^Shadow for 7d.*each for 1d/,
    ],
    ["asks for traffic and cost", {}, /^needs: requirements\.scale\.requests\.average, requirements\.costOfErrors/],
  ])("%s", ([, parts, expected]) => expect(answerTo("rollout", parts)).toMatch(expected));

  it("needs 3 / bound requests a step (Hanley and Lippman-Hand 1983): 0.5% are 600", () => {
    expect(requestsPerStep(designOf({ metrics: { guardrails: [{ metric: "errorRate", target: "<= 0.5%" }] } }))).toBe(
      600,
    );
  });

  it("never exposes more people first where there is more traffic", () => {
    const design = designOf({});
    fc.assert(
      fc.property(
        fc.double({ min: 0.9, max: 1e5, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        (rate, times) => {
          const [few, many] = [canarySteps(design, rate, "cheap"), canarySteps(design, rate * times, "cheap")];
          expect(many.stepSeconds).toBeLessThanOrEqual(few.stepSeconds);
          if (few.stepSeconds === many.stepSeconds && few.shares[0]! !== 0.05)
            expect(many.shares[0]).toBeLessThanOrEqual(few.shares[0]!);
        },
      ),
    );
  });
});

describe("advice on drift", () => {
  const at = (average: string): Plain => ({ requirements: { scale: { requests: { average } } } });
  it.for<[string, Plain, RegExp]>([
    ["compares an hour where traffic is high", at("100/s"), /over 1h/],
    ["compares longer where it is low", at("50/d"), /over 30d/],
    ["asks for traffic", {}, /^needs: requirements\.scale\.requests\.average/],
  ])("%s", ([, parts, expected]) => expect(answerTo("drift", parts)).toMatch(expected));

  it("speaks of embeddings and of late outcomes where there are some", () => {
    const said = proposalOf("drift", samples["recommendation"]!)
      .reasons.map(({ because }) => because)
      .join(" ");
    expect(said).toMatch(/embeddings/);
    expect(said).toMatch(/outcomes take 7d/);
  });

  it("waits for 845 rows: 16.9, the 95% point of chi-square with nine degrees (tables), over 0.02", () => {
    expect(driftWindow(845 / 3600)).toBe(3600);
    expect(driftWindow(844 / 3600)).toBe(21_600);
  });
});

describe("advice on retraining", () => {
  const changing = (changes: string, more: Plain = {}): Plain => ({ requirements: { changes }, ...more });
  const arriving = (perDay: string): Plain => ({ data: { labels: [{ name: "l", perDay }] } });
  it.for<[string, Plain, RegExp]>([
    ["trains twice per change", changing("Taste shifts weekly"), /^Retrain every 1d/],
    ["follows the hour", changing("by the hour"), /^Retrain every 1h/],
    ["rests where little changes", changing("stable for years"), /^Retrain every 90d/],
    ["takes attackers for quick", changing("attackers adapt"), /^Retrain every 6h/],
    ["waits for a thousand new outcomes", changing("daily", arriving("150/d")), /^Retrain every 7d/],
    ["asks how fast it changes", {}, /^needs: requirements\.changes/],
    ["asks again where the words hold no time", changing("sometimes"), /^needs: requirements\.changes/],
  ])("%s", ([, parts, expected]) => expect(answerTo("retraining", parts)).toMatch(expected));

  it("never trains less often when the pattern changes faster or more outcomes arrive", () => {
    const figure = (value: number) => ({ value, facts: [], how: "stated" });
    const seconds = fc.double({ min: 60, max: 1e8, noNaN: true });
    const rate = fc.double({ min: 1e-6, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(seconds, rate, fc.double({ min: 1, max: 100, noNaN: true }), (pace, arriving, times) => {
        const base = cadence(figure(pace), figure(arriving));
        expect(cadence(figure(pace / times), figure(arriving))).toBeLessThanOrEqual(base);
        expect(cadence(figure(pace), figure(arriving * times))).toBeLessThanOrEqual(base);
      }),
    );
  });
});

describe("advice on the organisation", () => {
  const team = (engineers: number): Plain => ({ requirements: { constraints: { team: { engineers } } } });
  it.for<[string, Plain, RegExp]>([
    [
      "builds what is its own",
      team(4),
      /^Build decision logic and thresholds, model on own features, feature definitions/,
    ],
    ["builds less with fewer people", team(1), /^Build decision logic and thresholds, model on own features; take/],
    ["builds nothing with nobody", team(0), /^Take all of it/],
    ["asks who is there", {}, /^needs: requirements\.constraints\.team\.engineers/],
  ])("%s", ([, parts, expected]) => expect(answerTo("build-or-buy", parts)).toMatch(expected));

  it("buys a language model rather than building one", () => {
    const { edits } = proposalOf("build-or-buy", { system: "rag", ...team(9) });
    expect(edits[0]!.value).toContainEqual(expect.objectContaining({ part: "language model", choice: "buy" }));
  });

  it.for<[string, Plain, RegExp]>([
    ["gives places to chance", { system: "feed" }, /give some places to chance/],
    ["reviews what passed", { system: "fraud" }, /random sample of what passed/],
    ["fills gaps in documents", { system: "rag" }, /documents are missing/],
    ["varies prices", { system: "pricing" }, /variation/],
    ["labels where sensors disagree", { system: "perception" }, /Disagreement/],
    ["wins placements", { system: "bidding" }, /placements/],
    ["asks for the system", {}, /^needs: system/],
  ])("%s, for the flywheel", ([, parts, expected]) => expect(answerTo("flywheel", parts)).toMatch(expected));
});
