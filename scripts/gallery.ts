import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  calibrationCurveSvg,
  costRangesSvg,
  dotOf,
  drawioOf,
  driftHistogramSvg,
  jsonOf,
  latencyPercentilesSvg,
  layOut,
  loadCurveSvg,
  mermaidOf,
  mermaidSequenceOf,
  sequenceSvg,
  svgOf,
  waterfallSvg,
} from "../src/drawing/index.ts";
import { sampleGraphs } from "../src/drawing/testing/graphs.ts";
import * as samples from "../src/drawing/testing/pictures.ts";
import { readExamples } from "../test/examples/read-designs.ts";
import { examplePictures, galleryPage, galleryRoot } from "./gallery-designs.ts";
import { recommender } from "../src/drawing/testing/recommender.ts";

/** The pictures of `gallery/drawing/` as they should be now, by file name. */
export async function galleryFiles(): Promise<ReadonlyMap<string, string>> {
  const large = await layOut(recommender);
  const graph = sampleGraphs["three components"]!;
  const small = await layOut(graph);
  return new Map([
    ["recommender.svg", svgOf(large)],
    ["recommender-dark.svg", svgOf(large, { theme: "dark" })],
    ["sequence.svg", sequenceSvg(samples.requestSequence)],
    ["sequence.mmd", mermaidSequenceOf(samples.requestSequence)],
    ["waterfall.svg", waterfallSvg(samples.requestWaterfall)],
    ["latency-percentiles.svg", latencyPercentilesSvg(samples.latencies)],
    ["load-curve.svg", loadCurveSvg(samples.load)],
    ["cost-ranges.svg", costRangesSvg(samples.costs)],
    ["drift-histogram.svg", driftHistogramSvg(samples.drift)],
    ["calibration-curve.svg", calibrationCurveSvg(samples.calibration)],
    ["three-components.mmd", mermaidOf(graph)],
    ["three-components.dot", dotOf(graph)],
    ["three-components.drawio", drawioOf(small)],
    ["three-components.json", jsonOf(small)],
  ]);
}

export const galleryFolder = join(import.meta.dirname, "../gallery/drawing");

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of await galleryFiles()) write(`drawing/${name}`, text);
  for (const example of readExamples()) {
    for (const { file, svg } of await examplePictures(example)) write(file, svg);
  }
  write("index.html", galleryPage());
}

function write(name: string, text: string): void {
  const path = join(galleryRoot, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`written: gallery/${name}\n`);
}
