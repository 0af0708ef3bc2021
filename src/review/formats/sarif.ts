import type { Finding, Review } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { Severity } from "../severity.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  blocker: "error",
  flaw: "error",
  gap: "warning",
  hint: "note",
};

/**
 * Reviews as one run of SARIF 2.1.0, the form that code hosts and editors read.
 *
 * @see OASIS Standard, Static Analysis Results Interchange Format 2.1.0 (2020), §3.13 to §3.49
 */
export function sarifLog(reviews: readonly Review[], rules: readonly Rule[], version: string) {
  const results = reviews.flatMap(({ file, findings, accepted }) => [
    ...findings.map((finding) => result(finding, file)),
    ...accepted.map(({ finding, because }) => ({
      ...result(finding, file),
      suppressions: [{ kind: "inSource" as const, status: "accepted" as const, justification: because }],
    })),
  ]);
  const driver = {
    name: "plumb",
    fullName: "Plumbline review",
    semanticVersion: version,
    rules: [
      ...rules.map(descriptor),
      ...engineRules(
        results.map(({ ruleId }) => ruleId),
        rules,
      ),
    ],
  };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0" as const,
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits" as const, results }],
  };
}

function descriptor({ id, why, asks, source, severity, stage, kind }: Rule) {
  const word = typeof severity === "string" ? severity : (severity.production ?? "gap");
  return {
    id,
    shortDescription: { text: why },
    fullDescription: { text: `${why} Source: ${source}` },
    help: { text: asks },
    defaultConfiguration: { level: levels[word] },
    properties: { tags: [stage, kind] },
  };
}

/** Findings of the reviewer itself, such as an acceptance that ran out, have no rule file. */
function engineRules(found: readonly string[], rules: readonly Rule[]) {
  const known = new Set(rules.map(({ id }) => id));
  return [...new Set(found)].filter((id) => !known.has(id)).map((id) => ({ id }));
}

function result(finding: Finding, file: string) {
  const { rule, severity, found, consequence, clears, place, stage, reason, working } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: `${found} ${consequence} To clear it: ${clears}.` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(place.file ?? file) }, region: regionOf(finding) },
        ...(place.path && { logicalLocations: [{ fullyQualifiedName: place.path }] }),
      },
    ],
    properties: { severity, stage, reason, ...(working && { working }) },
  };
}

function regionOf({ place }: Finding) {
  return {
    startLine: place.line ?? 1,
    ...(place.column && { startColumn: place.column }),
    ...(place.endLine && { endLine: place.endLine }),
    ...(place.endColumn && { endColumn: place.endColumn }),
  };
}

/** A path as a relative reference: `my design.yaml` is `my%20design.yaml`. */
const uriOf = (file: string): string => file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
