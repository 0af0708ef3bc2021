import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { sizeDesign } from "../../sizing/sized/index.ts";
import { graphOf, layOut, layoutFaults, waterfallSvg } from "../index.ts";
import { allElements, readXml, textOf } from "../testing/xml.ts";
import { designSvg, sizedFacts, waterfallOf } from "./index.ts";

interface Said {
  readonly used?: string;
  readonly budget?: string;
  readonly promise?: string;
  readonly peak?: string;
}

/** One step of 10 ms on two machines that are as busy as said. */
function documentOf({ used = "10%", budget = "p99: 30ms", promise = "80ms", peak = "100/s" }: Said) {
  const { document, problems } = parseDesign(`plumbline: 1
name: toy
requirements:
  scale: {users: 1M, requests: {peak: ${peak}}}
  constraints: {budget: 50 $/month}
metrics: {guardrails: [{metric: latency p99, target: "<= ${promise}", at: peak}]}
data: {sources: [{name: clicks, kind: events, volume: 20/s}]}
features: [{name: visits, entity: user, from: clicks, is: count, over: 1d, computed: online}]
model: {rank: {kind: gbdt}}
serving:
  path: [{step: rank, p50: 10ms, ${budget}}]
  hardware: [{for: rank, on: "4 vCPU, 8 GiB", replicas: 2${used && `, utilisation: ${used}`}}]
`);
  expect(problems).toEqual([]);
  return document!;
}

const factsOf = (said: Said) => sizedFacts(sizeDesign(documentOf(said)));

describe("what sizing says about cards", () => {
  it("marks a step that waiting takes over its budget, on its card and in the waterfall", async () => {
    const { design } = documentOf({ used: "85%" });
    // By hand, Allen and Cunneen for two servers at 85%: the mean wait alone is 18 ms, on work of 11 ms.
    const sized = factsOf({ used: "85%" });
    expect(sized.get("step:rank")?.badge).toEqual({ text: "budget 30 ms", tone: "over-budget" });
    const layout = await layOut(graphOf(design, "request-path", sized));
    expect(layoutFaults(layout)).toEqual([]);
    const svg = readXml(designSvg({ design, view: "request-path", layout, sized }));
    const marks = allElements(svg).filter(({ attributes }) => attributes["class"] === "badge over-budget");
    expect(marks.map((mark) => textOf(mark).trim())).toContain("budget 30 ms");
    const steps = allElements(readXml(waterfallSvg(waterfallOf(design, sized)!)));
    const over = steps.filter(({ attributes }) => attributes["class"] === "step over-budget");
    expect(textOf(over[0]!)).toMatch(/Rank.*p50 [\d.]+ ms · p99 [\d.]+ ms of 30 ms/s);
  });

  it("marks nothing where nobody waits, and says the p99 that is stated", () => {
    const { detail, badge } = factsOf({}).get("step:rank")!;
    expect([badge, detail]).toEqual([undefined, expect.stringMatching(/^p99 30(\.\d)? ms$/)]);
    expect(factsOf({}).get("client")?.badge).toBeUndefined();
  });

  it.each([
    ["69%", undefined],
    ["75%", { text: "75% busy", tone: "warn" }],
    ["85%", { text: "85% busy", tone: "over-budget" }],
  ])("marks machines that are %s busy, and steps without a budget on them", (used, badge) => {
    const facts = factsOf({ used, budget: "items: 10" });
    expect([facts.get("host:rank")?.badge, facts.get("step:rank")?.badge]).toEqual([badge, badge]);
  });

  it("holds the whole request against what is promised: over it by anything, near it within a tenth", () => {
    const p99 = factsOf({}).get("request")!.p99Millis!;
    const toneAt = (millis: number) => factsOf({ promise: `${millis}ms` }).get("request")?.badge?.tone;
    expect([toneAt(p99 * 0.99), toneAt(p99 * 1.05), toneAt(p99 * 1.2)]).toEqual(["over-budget", "warn", undefined]);
  });

  it("says that queues grow without end where more comes than can be done", () => {
    const facts = factsOf({ used: "", peak: "10k/s" });
    expect(facts.get("client")?.badge).toEqual({ text: "queues without end", tone: "over-budget" });
    // 10,000/s of 11.2 ms each, on 8 vCPUs: 14 times what they can do.
    expect(facts.get("step:rank")?.badge).toEqual({ text: "1397% busy", tone: "over-budget" });
  });

  it("says what machines cost, what stores hold and what it comes to, behind what the design says", () => {
    const document = documentOf({});
    const { nodes } = graphOf(document.design, "deployment-and-cost", factsOf({}));
    const detail = (id: string) => nodes.find((node) => node.id === id)?.detail;
    expect(detail("host:rank")).toMatch(/^2 × 4 vCPU, 8 GiB, 10% used · \d+ \$\/month$/);
    // 1M users × (8 bytes of one number + 64 around a row) × 2 copies.
    expect(factsOf({}).get("feature-store")?.adds).toBe("140 MB in memory");
    expect(nodes.find(({ id }) => id === "budget")?.badge?.text).toBe("over budget");
  });

  it("is nothing for a design that says nothing", () => {
    const { document } = parseDesign("plumbline: 1\nname: bare\n");
    expect([...sizedFacts(sizeDesign(document!))]).toEqual([]);
  });
});
