export {
  badgeTones,
  edgeKinds,
  graphProblems,
  iconKinds,
  largestGraph,
  requireSound,
  tones,
  type BadgeTone,
  type EdgeKind,
  type Graph,
  type GraphBadge,
  type GraphEdge,
  type GraphNode,
  type GraphZone,
  type IconKind,
  type Plane,
  type Tone,
} from "./graph.ts";
export { graphHash } from "./graph-hash.ts";
export { layOutCached, layoutVersion, type LayoutCache } from "./layout/cached.ts";
export { layoutFaults, type FaultKind, type LayoutFault } from "./layout/faults.ts";
export type { Box, Point, Size } from "./layout/geometry.ts";
export { layOut, missingLabels, type LayoutOptions } from "./layout/lay-out.ts";
export type { Card, CardText, Layout, PlacedLabel, PlacedZone, Route } from "./layout/layout.ts";
export { avoidRouter, type LineRouter, type RoutingTask } from "./layout/route.ts";
export { svgOf, type SvgOptions } from "./svg/drawing.ts";
export { themes, type Theme } from "./svg/theme.ts";
export {
  messageKinds,
  type Message,
  type MessageKind,
  type Note,
  type Participant,
  type Sequence,
} from "./sequence/sequence.ts";
export { sequenceSvg } from "./sequence/sequence-svg.ts";
export type { Waterfall, WaterfallStep } from "./waterfall/waterfall.ts";
export { waterfallSvg } from "./waterfall/waterfall-svg.ts";
export { calibrationCurveSvg, type CalibrationBin, type CalibrationCurve } from "./charts/calibration-curve.ts";
export { costRangesSvg, type CostRange, type CostRanges } from "./charts/cost-ranges.ts";
export { driftHistogramSvg, type DriftHistogram } from "./charts/drift-histogram.ts";
export type { ChartOptions, ChartWords } from "./charts/frame.ts";
export { latencyPercentilesSvg, type LatencyPercentiles, type PercentilePoint } from "./charts/latency-percentiles.ts";
export { loadCurveSvg, type LoadCurve, type LoadPoint } from "./charts/load-curve.ts";
export { linearScale, logScale, niceTicks, ninesScale, type Scale, type Span } from "./charts/scale.ts";
export { dotOf } from "./exports/dot.ts";
export { drawioOf } from "./exports/drawio.ts";
export { jsonOf } from "./exports/json.ts";
export { mermaidOf } from "./exports/mermaid.ts";
export { mermaidSequenceOf } from "./exports/mermaid-sequence.ts";
export { mermaidWaterfallOf } from "./exports/mermaid-waterfall.ts";
export { readLayout } from "./exports/read-json.ts";
export {
  designSvg,
  designTitle,
  graphOf,
  sequenceOf,
  sizedFacts,
  viewNames,
  waterfallOf,
  type DesignPicture,
  type SizedFact,
  type SizedFacts,
  type ViewName,
} from "./design/index.ts";
