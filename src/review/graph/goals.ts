import type { Design } from "../../design/design.ts";
import { saidBy } from "../words.ts";
import type { GraphBuilder, Node } from "../graph.ts";
import { watches } from "./watches.ts";

/** objective → online metric → experiment; metric → monitor → alarm → owner and action. */
export function buildGoals(design: Design, graph: GraphBuilder): void {
  const metrics = buildMetrics(design, graph);
  const monitors = [...buildMonitors(design, graph), ...buildAlarms(design, graph)];
  for (const metric of metrics)
    for (const monitor of monitors) if (watches(design, monitor, metric)) graph.edge(metric, monitor);
  linkMonitorsToAlarms(design, graph);
}

function buildMetrics({ requirements, metrics, monitoring }: Design, graph: GraphBuilder): Node[] {
  const online = (metrics?.online ?? []).map(({ metric }, i) => graph.node("online", metric, ["metrics", "online", i]));
  if (saidBy(requirements?.objective)) {
    const objective = graph.node("objective", requirements!.objective!, ["requirements", "objective"]);
    for (const metric of online) graph.edge(objective, metric);
  }
  if (monitoring?.experiment) {
    const experiment = graph.node("experiment", monitoring.experiment.unit, ["monitoring", "experiment"]);
    for (const [i, metric] of online.entries()) if (isDecided(metrics?.online?.[i])) graph.edge(metric, experiment);
  }
  return [
    ...online,
    ...(metrics?.offline ?? []).map(({ metric }, i) => graph.node("offline", metric.text, ["metrics", "offline", i])),
    ...(metrics?.guardrails ?? []).map(({ metric }, i) =>
      graph.node("guardrail", metric.text, ["metrics", "guardrails", i]),
    ),
  ];
}

/** An experiment can only decide on what says how large a change it must see, or is what it is about. */
const isDecided = (metric: { readonly primary?: boolean | undefined; readonly detect?: unknown } | undefined) =>
  metric?.primary === true || metric?.detect !== undefined;

function buildMonitors({ monitoring }: Design, graph: GraphBuilder): Node[] {
  const watched = (["quality", "latency", "freshness"] as const).flatMap((list) =>
    (monitoring?.[list] ?? []).map(({ what }, i) => graph.node("monitor", what, ["monitoring", list, i])),
  );
  const drift = (monitoring?.drift ?? []).map(({ of }, i) =>
    graph.node("monitor", `drift of ${of}`, ["monitoring", "drift", i]),
  );
  const decay = monitoring?.decay;
  return [...watched, ...drift, ...(decay ? [graph.node("monitor", decay.metric.text, ["monitoring", "decay"])] : [])];
}

function buildAlarms({ monitoring }: Design, graph: GraphBuilder): Node[] {
  return (monitoring?.alarms ?? []).map(({ alarm, owner, action }, i) => {
    const path = ["monitoring", "alarms", i];
    const node = graph.node("alarm", alarm, path);
    if (saidBy(owner)) graph.edge(node, graph.node("owner", owner!, [...path, "owner"]));
    if (saidBy(action)) graph.edge(node, graph.node("action", action!, [...path, "action"]));
    return node;
  });
}

/** An alarm belongs to a monitor when its condition names what the monitor watches. */
function linkMonitorsToAlarms(design: Design, graph: GraphBuilder): void {
  for (const monitor of graph.of("monitor"))
    for (const alarm of graph.of("alarm")) if (watches(design, alarm, monitor)) graph.edge(monitor, alarm);
}
