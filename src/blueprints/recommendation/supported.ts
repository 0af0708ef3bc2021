import type { DesignDocument } from "../../design/design.ts";
import type { Path } from "../../design/unsettled.ts";
import { Problem } from "../../kit/problem.ts";

/** A word of the format, and those of its kind that this blueprint can build. */
interface Choice {
  readonly path: Path;
  readonly found: string | undefined;
  readonly can: readonly string[];
}

/** Refuses, with its place, the first word of the format that this blueprint cannot build. @throws {Problem} `run/not-supported` */
export function requireSupported(document: DesignDocument): void {
  for (const { path, found, can } of choices(document)) {
    if (found === undefined || can.includes(found)) continue;
    throw new Problem({
      code: "run/not-supported",
      found: `\`${found}\` can be written, reviewed and drawn, but this version cannot run it.`,
      fix: `to run the design, use ${can.map((word) => `\`${word}\``).join(" or ")} here`,
      at: document.placeOf(path),
    });
  }
}

function choices({ design }: DesignDocument): Choice[] {
  const { data, model, serving } = design;
  return [
    { path: ["system"], found: design.system, can: ["recommendation"] },
    ...(data?.sources ?? []).map(({ kind }, i) => ({
      path: ["data", "sources", i, "kind"],
      found: kind,
      can: ["events", "table"],
    })),
    { path: ["data", "split", "by"], found: data?.split?.by, can: ["time"] },
    { path: ["model", "baseline", "kind"], found: model?.baseline?.kind, can: ["popularity"] },
    ...(model?.retrieve ?? []).map(({ kind }, i) => ({
      path: ["model", "retrieve", i, "kind"],
      found: kind,
      can: ["als", "popularity", "bought-before"],
    })),
    { path: ["model", "rank", "kind"], found: model?.rank?.kind, can: ["gbdt"] },
    { path: ["model", "rank", "objective"], found: model?.rank?.objective, can: ["lambdarank", "binary"] },
    ...(model?.rerank ?? []).flatMap((step, i) => [
      { path: ["model", "rerank", i, "kind"], found: step.kind, can: ["explore"] },
      {
        path: ["model", "rerank", i, "policy"],
        found: "policy" in step ? step.policy : undefined,
        can: ["epsilon-slot"],
      },
    ]),
    { path: ["serving", "mode"], found: serving?.mode, can: ["online"] },
    ...(serving?.fallback ?? []).map((one, i) => ({
      path: ["serving", "fallback", i],
      found: typeof one === "string" ? one : one.other,
      can: ["popularity"],
    })),
  ];
}
