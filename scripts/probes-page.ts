import { untestedKinds, type Probe } from "../src/verify/probe.ts";
import { probes } from "../src/verify/probes/index.ts";

/** `docs/probes.md`: how each kind of claim is measured, and which kinds nothing can measure yet. */
export function probesPage(): string {
  return [
    "# Probes",
    "",
    "<!-- Written by scripts/generate.ts from src/verify/probes: do not edit. -->",
    "",
    "A probe measures claims of some kinds on the running system. A verdict falls only when the whole 95 % interval lies on",
    "one side of the target; everything else is inconclusive, with the reason. `plumb claims DESIGN` names the probe of each",
    "claim, `plumb verify DESIGN` runs them: first those that read, then those that load the system, then those that disturb it.",
    "",
    "| probe | claims | what it does | when |",
    "|---|---|---|---|",
    ...(probes as readonly Probe[]).map(
      ({ name, kinds, sentence, order }) => `| ${name} | ${kinds.join(", ")} | ${sentence} | ${order} |`,
    ),
    "",
    "## Not measured yet",
    "",
    "Claims of these kinds come out as `untested`.",
    "",
    "| claims | because |",
    "|---|---|",
    ...Object.entries(untestedKinds).map(([kind, why]) => `| ${kind} | ${why} |`),
    "",
  ].join("\n");
}
