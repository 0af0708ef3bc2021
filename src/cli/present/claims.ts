import { probeFor, stages, type ClaimsOutput } from "../../index.ts";
import { openText } from "./open-text.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging, wrapText } from "../wrap.ts";

/** The promises of a design by stage: the line, the sentence, and what would measure it. */
export function presentClaims(
  { design, file, claims, unsettled }: ClaimsOutput,
  { width, paint, print }: Terminal,
): void {
  print(`${paint.bold(design)}  ${claims.length} ${claims.length === 1 ? "claim" : "claims"} in ${file}`);
  for (const stage of stages) {
    const own = claims.filter((claim) => claim.stage === stage);
    if (own.length === 0) continue;
    print(`\n${paint.bold(stage)}`);
    for (const claim of own) {
      const known = probeFor(claim.kind);
      const [first, ...more] = wrapText(claim.sentence, width - 7);
      print(`${paint.dim(String(claim.place.line ?? "").padStart(5))}  ${first}`);
      for (const line of more) print(`       ${line}`);
      const how = "none" in known ? [`no probe: ${known.none}`] : [`probe ${known.probe.name}`];
      for (const line of wrapText(`${claim.id} · ${how.join()}`, width - 7)) print(paint.dim(`       ${line}`));
    }
  }
  const open = Object.entries(unsettled);
  if (open.length > 0) print(`\n${paint.bold("left open")}`);
  for (const [path, what] of open)
    for (const line of wrapHanging(`${path}: ${openText(what)}`, width - 7, 2)) print(`       ${line}`);
  if (claims.length === 0) print(`\n${wrapText(noClaims, width).join("\n")}`);
}

const noClaims = `This document promises nothing yet. A number with a bound, such as \`{metric: latency p99, target: "<= 80ms", at: peak}\` under metrics.guardrails, is a claim.`;
