import type { Design, DesignDocument } from "../design.ts";
import { claimMaker, within, type Claim } from "./claim.ts";
import { ingestRate } from "./requirements.ts";

type Source = NonNullable<NonNullable<Design["data"]>["sources"]>[number];

export function dataClaims(document: DesignDocument): Claim[] {
  return (document.design.data?.sources ?? []).flatMap((source, i) => sourceClaims(document, source, i));
}

function sourceClaims(document: DesignDocument, source: Source, i: number): Claim[] {
  const claim = claimMaker(document, "data");
  const path = ["data", "sources", i];
  const { name, volume, freshness, checks = [] } = source;
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
  return [...[rate, fresh].filter((one) => one !== undefined), ...checked];
}
