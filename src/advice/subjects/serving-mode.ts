import type { Design } from "../../design/design.ts";
import { defineAdvice, type Alternative, type NotYet, type Proposal, type Reason } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { averageRate, freshnessNeeded, latencyTarget } from "../figures/load.ts";
import { deviceWords, requestInputs } from "../figures/shape.ts";
import { count, daySeconds, duration } from "../units.ts";

type Mode = NonNullable<NonNullable<Design["serving"]>["mode"]>;
interface Choice {
  readonly mode: Mode;
  readonly reasons: readonly Reason[];
  readonly firm: boolean;
}

/**
 * Longest wait that still feels like one act, about one second (Nielsen 1993, Usability Engineering, ch. 5); somebody
 * who waits longer is not watching.
 */
const watchingSeconds = 1;
/** Longest wait that keeps attention on an answer that was asked for (Nielsen 1993): a question is worth it. */
const askingSeconds = 10;
/** A job that runs by the minute is simpler than a request path once nobody waits for the answer. */
const minuteSeconds = 60;
/** Freshness that a nightly run cannot give, with half of a working day to spare. */
const batchFreshnessSeconds = 21_600;

/** Follows the constraints that cannot be traded first: device, then stream, then waiting time, then freshness. */
function choose(design: Design): Choice | undefined {
  return onDevice(design) ?? alongStream(design) ?? byWaiting(design) ?? byFreshness(design);
}

function onDevice(design: Design): Choice | undefined {
  const words = deviceWords(design);
  if (words.length > 0)
    return {
      mode: "on-device",
      firm: true,
      reasons: [because("the document names the device that must answer", words)],
    };
  if (design.system !== "perception") return undefined;
  const reason = because("a vehicle cannot wait for a network", facts(design, "system"));
  return { mode: "on-device", firm: false, reasons: [reason] };
}

function alongStream(design: Design): Choice | undefined {
  const streams = (design.data?.sources ?? []).flatMap(({ kind }, i) =>
    kind === "stream" ? facts(design, `data.sources[${i}].kind`) : [],
  );
  if (streams.length === 0 || averageRate(design)) return undefined;
  const reason = because("readings never end and nobody asks: predictions follow the stream", streams);
  return { mode: "streaming", firm: true, reasons: [reason] };
}

function byWaiting(design: Design): Choice | undefined {
  const target = latencyTarget(design);
  if (!target) return undefined;
  const wait = `the answer is due within ${duration(target.value)}`;
  if (target.value <= (design.system === "rag" || design.system === "search" ? askingSeconds : watchingSeconds))
    return { mode: "online", firm: true, reasons: [because(`${wait}, while somebody waits`, target.facts)] };
  if (target.value <= minuteSeconds)
    return {
      mode: "near-real-time",
      firm: true,
      reasons: [because(`${wait}: a queue and a worker can give it`, target.facts)],
    };
  return { mode: "batch", firm: true, reasons: [because(`${wait}: nobody waits for it`, target.facts)] };
}

function byFreshness(design: Design): Choice | undefined {
  const asked = requestInputs(design);
  if (asked.length > 0)
    return { mode: "online", firm: true, reasons: [because("some inputs exist only once somebody asks", asked)] };
  const fresh = freshnessNeeded(design);
  if (!fresh) return undefined;
  const why = `the freshest input must be at most ${duration(fresh.value)} old`;
  const mode =
    fresh.value <= minuteSeconds ? "online" : fresh.value < batchFreshnessSeconds ? "near-real-time" : "batch";
  return { mode, firm: false, reasons: [because(why, fresh.facts)] };
}

/** How many answers a nightly run would make, against how many are asked for. */
function runAgainstRequests(design: Design): Reason | undefined {
  const { users } = design.requirements?.scale ?? {};
  const average = averageRate(design);
  if (!users || !average) return undefined;
  const perDay = average.value * daySeconds;
  return because(
    `a nightly run for everybody makes ${count(users.count)} answers, and ${count(perDay)} are asked for in a day`,
    facts(design, "requirements.scale.users"),
    average.facts,
  );
}

const others: Readonly<Record<Mode, readonly Alternative[]>> = {
  online: [
    unless("batch, with a lookup on request", "all inputs are known ahead and a few hours old is fresh enough"),
    unless("near-real-time", "nobody waits for the answer"),
  ],
  "near-real-time": [
    unless("online", "somebody comes to wait for the answer"),
    unless("batch", "an answer that is hours old is as good"),
  ],
  batch: [
    unless("online", "inputs of the request itself, or of the last hour, turn out to matter"),
    unless("batch and online", "only a few users come back in a day, so that most of a run is thrown away"),
  ],
  streaming: [unless("near-real-time", "a prediction that is a minute behind the newest reading is soon enough")],
  "on-device": [unless("online", "the network is always there, and the data may leave the device")],
};
const consequences: Readonly<Record<Mode, string>> = {
  online:
    "Features, model and fallback must answer within the deadline, at peak, all day; capacity is paid for the peak.",
  "near-real-time":
    "A queue stands between event and answer; its length is watched, and capacity is paid for the busy hour.",
  batch: "Serving is a lookup; what is watched is whether the run finished, and how old its results are.",
  streaming: "The job never stops: late events, restarts and state that outlives a restart are part of the design.",
  "on-device":
    "Size and energy bound the model, an update takes as long as the fleet does, and the log comes home late.",
};

function propose(design: Design): Proposal | NotYet {
  const choice = choose(design);
  if (!choice)
    return needs(
      ["metrics.guardrails[0].target", "how long the answer may take decides between online and batch"],
      ["data.sources[0].freshness", "how fresh inputs must be decides it where nobody waits"],
    );
  return {
    recommend: `Serve ${choice.mode}`,
    reasons: those(...choice.reasons, runAgainstRequests(design)),
    alternatives: others[choice.mode],
    consequence: consequences[choice.mode],
    edits: those(fill(design, "serving.mode", choice.mode)),
    confidence: choice.firm ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "serving-mode",
  stage: "serving",
  asks: "When is the prediction made: ahead of time, on request, along a stream, or on the device?",
  propose,
});
