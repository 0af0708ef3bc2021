import type { Distribution } from "../../sizing/distribution/distribution.ts";
import type { Flow, Network, Station, Step } from "../../sizing/simulator/network.ts";
import { networkOf } from "../../sizing/sized/index.ts";
import type { Subject } from "./subject.ts";

/** What goes wrong, in the terms of the simulator. */
export interface Fault {
  /** Multiple of the stated peak that arrives; 1 when absent. */
  readonly loadTimes?: number;
  /** Stations that turn everybody away. */
  readonly down?: readonly string[];
  /** Stations that take so many times as long. */
  readonly slow?: { readonly stations: readonly string[]; readonly times: number };
  /** Share of all machines that is left. */
  readonly machinesLeft?: number;
  /** The cache of whole answers holds nothing. */
  readonly coldCache?: boolean;
  /** A station whose work is spread by key over copies, one of which gets more than its part. */
  readonly hotKey?: { readonly station: string; readonly copies: number; readonly share: number };
}

const fallbackSeconds = 0.005;

/** The path at its load with a fault in place; steps fail, are left out or fall back as the design says. */
export function faultyNetwork({ path, document, peakPerSecond }: Subject, fault: Fault): Network {
  const hits = fault.coldCache ? undefined : path.hits;
  const network = networkOf({ ...path, hits }, peakPerSecond * (fault.loadTimes ?? 1), 4);
  const { serving } = document.design;
  const [requests, ...others] = network.flows as [Flow, ...Flow[]];
  const steps = requests.steps.map((step, at): Step => {
    const left = requests.steps.length - 1 - at;
    const named = path.stations.find(({ name }) => name === step.station)!.step;
    return {
      ...step,
      ...failing(serving?.path?.[named]?.onFailure, serving?.fallback !== undefined, left),
      ...timeout(serving),
    };
  });
  const stations = network.stations.map((station) => faulty(station, fault));
  const whole = { stations, flows: [{ ...requests, steps }, ...others] };
  return fault.hotKey ? withHotKey(whole, fault.hotKey) : whole;
}

type Serving = Subject["document"]["design"]["serving"];
type OnFailure = NonNullable<NonNullable<NonNullable<Serving>["path"]>[number]["onFailure"]>;

function timeout(serving: Serving): Partial<Step> {
  return serving?.deadline ? { timeoutSeconds: serving.deadline.seconds } : {};
}

const fixed = (seconds: number): Distribution => ({ kind: "deterministic", seconds });

/** A fallback answers in the place of all that is left of the path; what is skipped is left out, and the path goes on. */
function failing(manner: OnFailure | undefined, hasFallback: boolean, stepsLeft: number): Partial<Step> {
  if (manner === "skip") return { fallback: fixed(0) };
  const retries = manner === "retry once" ? { retries: 1 } : {};
  if (manner === "fail" || !hasFallback) return retries;
  return { ...retries, fallback: fixed(fallbackSeconds), fallbackSkips: stepsLeft };
}

function faulty(station: Station, { down, slow, machinesLeft = 1 }: Fault): Station {
  const slower = slow?.stations.includes(station.name) ? slow.times : 1;
  const servers = Math.max(1, Math.floor(station.servers * machinesLeft + 1e-9));
  const times = slower * (machinesLeft < 1 ? servers / (station.servers * machinesLeft) : 1);
  return {
    ...station,
    servers,
    ...(station.service && times !== 1 && { service: stretched(station.service, times) }),
    ...(down?.includes(station.name) && { isDown: true }),
  };
}

/** A time that is so many times as long, with the same shape. */
export function stretched(time: Distribution, times: number): Distribution {
  switch (time.kind) {
    case "deterministic":
      return fixed(time.seconds * times);
    case "exponential":
    case "gamma":
      return { ...time, meanSeconds: time.meanSeconds * times };
    case "lognormal":
      return { ...time, p50Seconds: time.p50Seconds * times, p99Seconds: time.p99Seconds * times };
    case "hyperexponential":
      return { ...time, branches: time.branches.map((one) => ({ ...one, meanSeconds: one.meanSeconds * times })) };
    case "empirical":
      return { ...time, valuesSeconds: time.valuesSeconds.map((seconds) => seconds * times) };
    case "shifted":
      return { ...time, bySeconds: time.bySeconds * times, rest: stretched(time.rest, times) };
  }
}

/** Requests for the hot copy and for the others become flows of their own, and so do their machines. */
function withHotKey(
  { stations, flows }: Network,
  { station: name, copies, share }: NonNullable<Fault["hotKey"]>,
): Network {
  const whole = stations.find((station) => station.name === name)!;
  const hot = `${name}, the copy with the hot key`;
  const hotPart = share + (1 - share) / copies;
  const part = (ofServers: number) => {
    const servers = Math.max(1, Math.floor(whole.servers * ofServers + 1e-9));
    const service = stretched(whole.service!, servers / (whole.servers * ofServers));
    return { servers, service };
  };
  const split = (flow: Flow): Flow[] => {
    if (!flow.steps.some(({ station }) => station === name)) return [flow];
    const steps = flow.steps.map((step) => (step.station === name ? { ...step, station: hot } : step));
    return [
      { ...flow, arrivals: thinned(flow.arrivals, 1 - hotPart) },
      { ...flow, name: `${flow.name} of the hot copy`, steps, arrivals: thinned(flow.arrivals, hotPart) },
    ];
  };
  const others = stations.map((one) => (one.name === name ? { ...one, ...part((copies - 1) / copies) } : one));
  return { stations: [...others, { ...whole, ...part(1 / copies), name: hot }], flows: flows.flatMap(split) };
}

function thinned(arrivals: Flow["arrivals"], share: number): Flow["arrivals"] {
  if (arrivals.kind === "poisson") return { ...arrivals, perSecond: arrivals.perSecond * share };
  if (arrivals.kind === "renewal") return { ...arrivals, between: stretched(arrivals.between, 1 / share) };
  return {
    ...arrivals,
    calmPerSecond: arrivals.calmPerSecond * share,
    burstPerSecond: arrivals.burstPerSecond * share,
  };
}
