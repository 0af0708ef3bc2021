import type { QuantityOf } from "../../kit/quantity.ts";
import type { Design, DesignDocument } from "../design.ts";
import { claimMaker, made, within, type Claim, type ClaimKind, type Target } from "./claim.ts";
import { ingestRate } from "./requirements.ts";

type Data = NonNullable<Design["data"]>;
type Source = NonNullable<Data["sources"]>[number];
type Label = NonNullable<Data["labels"]>[number];

export function dataClaims(document: DesignDocument): Claim[] {
  const { sources = [], labels = [] } = document.design.data ?? {};
  return [
    ...sources.flatMap((source, i) => sourceClaims(document, source, i)),
    ...labels.flatMap((label, i) => labelClaims(document, label, i)),
    ...keepingClaims(document),
  ];
}

function sourceClaims(document: DesignDocument, source: Source, i: number): Claim[] {
  const claim = claimMaker(document, "data");
  const path = ["data", "sources", i];
  const { name, volume, rows, freshness, retention, checks = [] } = source;
  const rate = volume && ingestRate(claim, `source.${name}.volume`, [...path, "volume"], volume, name);
  const fresh =
    freshness &&
    claim({
      id: `source.${name}.freshness`,
      kind: "source-freshness",
      sentence: `${name} can be used at most ${freshness.text} after ${source.kind === "table" ? "a change" : "an event"}`,
      path: [...path, "freshness"],
      stated: freshness.text,
      target: within(freshness),
      conditions: { source: name, kind: source.kind ?? "events" },
    });
  const checked = checks.map((check, j) =>
    claim({
      id: `source.${name}.check.${check}`,
      kind: "data-check",
      sentence: `in ${name}, ${check}`,
      path: [...path, "checks", j],
      stated: check,
      target: { comparison: "<=", value: 0, unit: "violations" },
      conditions: { source: name, check },
    }),
  );
  const kept = retention && claim(keptFor(`source.${name}.retention`, [...path, "retention"], name, retention));
  const counted =
    rows &&
    claim({
      id: `source.${name}.rows`,
      kind: "row-count",
      sentence: `${name} holds ${rows.text} rows`,
      path: [...path, "rows"],
      stated: rows.text,
      target: { comparison: ">=", value: rows.count, unit: "count" },
      conditions: { source: name },
    });
  return [...made([rate, counted, fresh, kept]), ...checked];
}

function keptFor(id: string, path: readonly (string | number)[], what: string, age: QuantityOf<"duration">) {
  return {
    id,
    kind: "retention" as const,
    sentence: `nothing of ${what} is older than ${age.text}`,
    path,
    stated: age.text,
    target: within(age),
  };
}

/** What is said of the labels themselves: how late, how rare, how wrong, how many and how dear they are. */
function labelClaims(document: DesignDocument, label: Label, i: number): Claim[] {
  const claim = claimMaker(document, "data");
  const { name, delay, balance, noise, perDay, cost } = label;
  const one = (key: keyof Label, kind: ClaimKind, sentence: string, stated: string, target: Target): Claim =>
    claim({ id: `label.${name}.${key}`, kind, sentence, path: ["data", "labels", i, key], stated, target });
  const share = (comparison: "<=" | "=", value: number): Target => ({ comparison, value, unit: "share" });
  return made([
    delay && one("delay", "label-delay", `90% of ${name} arrive within ${delay.text}`, delay.text, within(delay)),
    balance &&
      one(
        "balance",
        "label-balance",
        `${balance.text} of ${name} are positive`,
        balance.text,
        share("=", balance.share),
      ),
    noise &&
      one("noise", "label-noise", `at most ${noise.text} of ${name} are wrong`, noise.text, share("<=", noise.share)),
    perDay &&
      one("perDay", "label-rate", `${perDay.text} new ${name} labels arrive`, perDay.text, {
        comparison: ">=",
        value: perDay.perSecond,
        unit: "/s",
      }),
    cost &&
      one("cost", "label-cost", `one ${name} label costs at most ${cost.text}`, cost.text, {
        comparison: "<=",
        value: cost.usdPerUnit,
        unit: `$/${cost.unit}`,
      }),
  ]);
}

function keepingClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "data");
  const { retention, erasure } = document.design.data ?? {};
  return made([
    retention && claim(keptFor("data.retention", ["data", "retention"], "the training data", retention)),
    erasure?.within &&
      claim({
        id: "data.erasure",
        kind: "erasure",
        sentence: `a person who asks is gone from ${erasure.reaches?.join(", ") ?? "everything"} within ${erasure.within.text}`,
        path: ["data", "erasure", "within"],
        stated: erasure.within.text,
        target: within(erasure.within),
      }),
  ]);
}
