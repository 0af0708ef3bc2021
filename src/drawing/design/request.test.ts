import { describe, expect, it } from "vitest";
import { readExamples } from "../../../test/examples/read-designs.ts";
import { parseDesign } from "../../design/parse.ts";
import { layOut, mermaidSequenceOf, mermaidWaterfallOf, waterfallSvg } from "../index.ts";
import { readXml, type XmlElement } from "../testing/xml.ts";
import { designSvg, graphOf, sequenceOf, waterfallOf } from "./index.ts";

const exampleNamed = (name: string) => readExamples().find((example) => example.name === name)!.document!.design;
const toy = parseDesign(`plumbline: 1
name: toy
requirements: {scale: {requests: {peak: 600/s}}}
metrics: {guardrails: [{metric: latency p99, target: "<= 80ms", at: peak}]}
model: {rank: {kind: gbdt}, retrieve: [{kind: popularity, take: 50}]}
serving:
  path: [{step: retrieve, p99: 15ms}, {step: rank, p99: 0.02s}, {step: log, p99: 5ms}]
  deadline: 400ms
  fallback: popularity
monitoring: {feedback: {log: all, joinLabelsAfter: 7d}}
`).document!.design;

describe("the waterfall of a design", () => {
  it("has the budget of each step, and the promise for the whole rather than the deadline", () => {
    expect(waterfallOf(toy)).toMatchObject({
      steps: [
        { name: "Retrieve", budgetMillis: 15 },
        { name: "Rank", budgetMillis: 20 },
        { name: "Log", budgetMillis: 5 },
      ],
      total: { budgetMillis: 80 },
    });
  });

  it("is a Gantt chart in Mermaid, in which each step begins where the one before may end", () => {
    const text = mermaidWaterfallOf(waterfallOf(toy)!);
    expect(text.split("\n").slice(-4, -1)).toEqual([
      "  Retrieve 15 ms :0, 15",
      "  Rank 20 ms :15, 35",
      "  Log 5 ms :35, 40",
    ]);
  });

  it("is absent for what nobody waits for", () => expect(waterfallOf(exampleNamed("email-campaign"))).toBeUndefined());
});

describe("the sequence of a design", () => {
  it("asks, answers, says what happens when it is late, and logs", () => {
    expect(
      mermaidSequenceOf(sequenceOf(toy)!)
        .split("\n")
        .filter((line) => /->>|-\)|Note/.test(line)),
    ).toEqual([
      "  p_client->>p_service: request · 600/s at peak",
      "  p_service->>p_retrieve_popularity: Retrieve · p99 15 ms",
      "  p_retrieve_popularity-->>p_service: top 50",
      "  p_service->>p_model_rank: Rank · p99 0.02 s",
      "  p_service->>p_service: Log · p99 5 ms",
      "  Note right of p_service: late after 400 ms or failed: popularity answers",
      "  p_service-->>p_client: answer",
      "  p_service-)p_decision_log: decision · labels after 7 d",
    ]);
  });

  it("is that of a run for a design that decides ahead of time", () => {
    const text = mermaidSequenceOf(sequenceOf(exampleNamed("email-campaign"))!);
    expect(text).toContain("p_batch-)p_results: publish · every 1 d");
  });
});

describe("the picture of the request path", () => {
  it("holds the whole graph and the whole waterfall, neither over the other", async () => {
    const layout = await layOut(graphOf(toy, "request-path"));
    const svg = readXml(designSvg({ design: toy, view: "request-path", layout }));
    const inner = svg.children.filter((one): one is XmlElement => typeof one !== "string" && one.name === "svg");
    const [graph, waterfall] = inner.map(({ attributes }) => ({
      x: Number(attributes["x"]),
      y: Number(attributes["y"]),
      width: Number(attributes["width"]),
      height: Number(attributes["height"]),
    }));
    expect(graph!.y + graph!.height <= waterfall!.y || graph!.x + graph!.width <= waterfall!.x).toBe(true);
    const height = Number(svg.attributes["height"]);
    expect(Math.max(graph!.y + graph!.height, waterfall!.y + waterfall!.height)).toBe(height);
    expect(deepText(inner[1]!)).toBe(
      deepText(readXml(waterfallSvg(waterfallOf(toy)!))).replace(/\.plumb-picture\{.*\}\}/, ""),
    );
  });
});

const deepText = ({ children }: XmlElement): string =>
  children.map((one) => (typeof one === "string" ? one.trim() : deepText(one))).join("");
