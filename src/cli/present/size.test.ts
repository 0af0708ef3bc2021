import { describe, expect, it } from "vitest";
import pc from "picocolors";
import { parseDesign, sizeDesign, type SizeOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { presentSize } from "./size.ts";

const design = `plumbline: 1
name: small
requirements:
  scale: {requests: {average: 50/s, peak: 200/s}}
  constraints: {budget: 500 $/month}
metrics: {guardrails: [{metric: latency p99, target: "<= 60ms", at: peak}]}
serving:
  path: [{step: features, p50: 4ms, p99: 10ms}, {step: rank, p50: 10ms, p99: 30ms}]
  hardware:
    - {for: feature store, on: "4 vCPU, 16 GiB", replicas: 2, utilisation: 40%}
    - {for: rank, on: "4 vCPU, 16 GiB", replicas: 2, utilisation: 55%}
`;

function shown(load: SizeOutput["load"], width: number): string {
  const lines: string[] = [];
  const terminal = {
    width,
    color: false,
    paint: pc.createColors(false),
    print: (text: string) => void lines.push(text),
  } as Terminal;
  const { document } = parseDesign(design);
  presentSize(
    { file: "small.design.yaml", load, whatIf: [], sized: sizeDesign(document!, { times: load.times }) },
    terminal,
  );
  return lines.join("\n");
}

describe("what `plumb size` shows", () => {
  it("is this, at 80 columns and without colour", () => {
    expect(`\n${shown({ at: "peak", times: 1 }, 80)}\n`).toBe(golden);
  });

  it("stays within the columns there are, also where queues grow", () => {
    for (const width of [80, 100, 140])
      for (const line of shown({ at: "peak", times: 10 }, width).split("\n"))
        expect(line.length).toBeLessThanOrEqual(width);
    expect(shown({ at: "peak", times: 10 }, 80)).toContain("grows");
  });
});

const golden = `
small  stated peak, 200 requests/s

step                                 req/s      work    busy       p50       p99
features                               200    4.3 ms     40%    4.2 ms   10.7 ms
rank                                   200   11.2 ms     55%   10.5 ms   31.2 ms
whole path                             200                     15.1 ms   36.2 ms
  if all are slow together                                               41.9 ms

machines                               busy    copies    needed     a month
feature store                           40%         2         2       285 $
rank                                    55%         2         2       285 $

At the stated peak (200 requests/s) the p99 is 36.2 ms, within 60 ms. Latency
breaks first, at 1.6x the stated peak (312 requests/s): p99 passes 60 ms,
because requests wait for rank. To go further: give rank more copies, or make
rank faster; at 1.8x rank can do 364 requests/s, and no more, and 19 copies of
rank would hold 10 times the peak. It costs 570 $ (393 $ to 690 $) a month,
0.0043 $ for 1,000 requests, most of it feature store; the budget is 500 $,
which is too little. At 10x it is 4,710 $. 1 number is assumed; what matters
most is prices (cost from 393 $ to 690 $).

assumed, what matters most first
- utilisation to plan for: 60% (50% to 75%); leaves room for bursts, releases
  and one lost copy of three
`;
