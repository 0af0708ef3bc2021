import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { reviewDesign } from "../review.ts";
import type { Rule } from "../rule.ts";
import { rules as list } from "../rules/index.ts";
import { githubAnnotations } from "./github.ts";
import { sarifLog } from "./sarif.ts";

const rules: readonly Rule[] = list;
const text = `plumbline: 1
name: x
stage: production
monitoring:
  alarms:
    - {alarm: "slow%,::error::\\nx", when: p99 > 50ms}
    - {alarm: other, when: errors > 1%}
allow:
  - {rule: alarm-without-owner-or-action, at: "monitoring.alarms[1]", because: known}
`;
const document = parseDesign(text, "my designs/x.design.yaml").document!;
const only = ["alarm-without-owner-or-action"];
const review = reviewDesign(document, { rules, only });

describe("sarifLog", () => {
  const log = sarifLog([review], rules, "1.2.3");

  it("has what the schema of SARIF 2.1.0 requires: version, runs, tool.driver.name, message, ids of rules", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    const [{ tool, results }] = log.runs as [(typeof log.runs)[number]];
    expect(tool.driver.name).toBe("plumb");
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
    const ids = new Set(tool.driver.rules.map(({ id }) => id));
    for (const { ruleId, level, message } of results) {
      expect(ids.has(ruleId)).toBe(true);
      expect(["none", "note", "warning", "error"]).toContain(level);
      expect(message.text.length).toBeGreaterThan(0);
    }
  });

  it("places every result by a relative reference and a region that starts at 1 or later", () => {
    for (const { locations } of log.runs[0]!.results)
      for (const { physicalLocation } of locations) {
        expect(physicalLocation.artifactLocation.uri).toBe("my%20designs/x.design.yaml");
        const { startLine, endLine, startColumn } = physicalLocation.region;
        expect(startLine).toBeGreaterThanOrEqual(1);
        expect(startColumn ?? 1).toBeGreaterThanOrEqual(1);
        expect(endLine ?? startLine).toBeGreaterThanOrEqual(startLine);
      }
  });

  it("keeps what the document accepts, as suppressed in the source with its reason", () => {
    const suppressed = log.runs[0]!.results.filter((one) => "suppressions" in one);
    expect(suppressed).toMatchObject([{ suppressions: [{ kind: "inSource", justification: "known" }] }]);
    expect(log.runs[0]!.results).toHaveLength(review.findings.length + 1);
  });

  it("has no property that the schema does not know: its objects are closed, property bags aside", () => {
    expect(unknownProperties(log, "sarifLog")).toEqual([]);
    expect(unknownProperties({ ...log, extra: 1 }, "sarifLog")).toEqual(["sarifLog.extra"]);
  });

  it("survives JSON", () => expect(JSON.parse(JSON.stringify(log))).toEqual(log));
});

/** The properties used here, by object of the OASIS schema 2.1.0: name of the property → object that it holds. */
const schema: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  sarifLog: { $schema: undefined, version: undefined, runs: "run" },
  run: { tool: "tool", results: "result", columnKind: undefined },
  tool: { driver: "toolComponent" },
  toolComponent: { name: undefined, fullName: undefined, semanticVersion: undefined, rules: "reportingDescriptor" },
  reportingDescriptor: {
    id: undefined,
    shortDescription: "multiformatMessageString",
    fullDescription: "multiformatMessageString",
    help: "multiformatMessageString",
    defaultConfiguration: "reportingConfiguration",
    properties: undefined,
  },
  multiformatMessageString: { text: undefined },
  reportingConfiguration: { level: undefined },
  result: {
    ruleId: undefined,
    level: undefined,
    message: "message",
    locations: "location",
    suppressions: "suppression",
    properties: undefined,
  },
  message: { text: undefined },
  location: { physicalLocation: "physicalLocation", logicalLocations: "logicalLocation" },
  physicalLocation: { artifactLocation: "artifactLocation", region: "region" },
  logicalLocation: { fullyQualifiedName: undefined },
  artifactLocation: { uri: undefined },
  region: { startLine: undefined, startColumn: undefined, endLine: undefined, endColumn: undefined },
  suppression: { kind: undefined, status: undefined, justification: undefined },
};

function unknownProperties(value: object, kind: string): string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (!Object.hasOwn(schema[kind]!, name)) return [`${kind}.${name}`];
    const held = schema[kind]![name];
    if (held === undefined) return [];
    return [inner].flat().flatMap((one) => unknownProperties(one as object, held));
  });
}

describe("githubAnnotations", () => {
  it("writes one command a finding, and no text of the design can begin another", () => {
    const lines = githubAnnotations([review]).trimEnd().split("\n");
    expect(lines).toHaveLength(review.findings.length);
    expect(lines[0]).toMatch(
      /^::error file=my designs\/x\.design\.yaml,line=6,col=7,title=flaw%3A alarm-without-owner-or-action::/,
    );
    expect(lines[0]).toContain("slow%25,::error::%0Ax");
  });
});
