import type { Finding, Review } from "../finding.ts";
import type { Severity } from "../severity.ts";

const levels: Readonly<Record<Severity, string>> = { blocker: "error", flaw: "error", gap: "warning", hint: "notice" };

/** Findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request. */
export function githubAnnotations(reviews: readonly Review[]): string {
  return reviews
    .flatMap(({ file, findings }) => findings.map((finding) => annotation(finding, file)))
    .map((line) => `${line}\n`)
    .join("");
}

function annotation({ severity, place, rule, found, clears }: Finding, file: string): string {
  const facts = Object.entries({
    file: place.file ?? file,
    line: place.line,
    endLine: place.endLine,
    col: place.column,
    title: `${severity}: ${rule}`,
  }).filter(([, value]) => value !== undefined);
  const properties = facts.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
  return `::${levels[severity]} ${properties}::${message(`${found} To clear it: ${clears}.`)}`;
}

/** The runner's own escapes: a design's text can neither end the command nor begin another. */
const message = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
