import type { Design } from "../../design/design.ts";
import type { Message, Note, Participant, Sequence } from "../sequence/sequence.ts";
import { designTitle } from "./graph-of.ts";
import type { Part } from "./part.ts";
import { retrieverIds } from "./parts/models.ts";
import { pathSteps, type PathStep } from "./parts/steps.ts";
import { whole } from "./whole.ts";
import { short, spaced, title } from "./words.ts";

const service: Participant = { id: "service", name: "Service", icon: "gateway" };

/**
 * One request from its beginning to its end: what the service asks of whom, with the budget of each step, what answers
 * when a step fails, and what is logged.
 *
 * @returns `undefined` when the design says nothing about serving
 */
export function sequenceOf(design: Design): Sequence | undefined {
  if (design.serving === undefined) return undefined;
  const { parts } = whole(design);
  const steps = pathSteps(design);
  const asked = [...new Set(steps.flatMap(({ calls }) => calls))].map((id) => participant(id, parts));
  const client = participant("client", parts);
  const ahead = parts.filter(({ id }) => id === "batch" || id === "results").map(({ id }) => participant(id, parts));
  const log = parts.filter(({ id }) => id === "decision-log").map(({ id }) => participant(id, parts));
  const body = steps.length > 0 ? onRequest(design, steps) : ahead.length > 0 ? aheadOfTime(design) : [];
  return {
    title: `${designTitle(design)} · ${steps.length > 0 ? "one request" : "one run"}`,
    participants: [client, ...(steps.length > 0 ? [service, ...asked] : ahead), ...log],
    steps: [
      ...body,
      ...(log.length > 0 && body.length > 0 ? [logged(design, steps.length > 0 ? "service" : "batch")] : []),
    ],
  };
}

function participant(id: string, parts: readonly Part[]): Participant {
  const part = parts.find((one) => one.id === id);
  return { id, name: part?.name ?? title(id), icon: part?.icon ?? "process" };
}

function onRequest(design: Design, steps: readonly PathStep[]): (Message | Note)[] {
  const peak = design.requirements?.scale?.requests?.peak;
  const rate = peak ? { detail: `${peak.text} at peak` } : {};
  return [
    { from: "client", to: "service", text: "request", kind: "call", ...rate },
    ...steps.flatMap((step) => stepMessages(step, design)),
    ...fallbackNote(design),
    { from: "service", to: "client", text: "answer", kind: "reply" },
  ];
}

/** A step that calls nobody is what the service does by itself. */
function stepMessages({ step, calls }: PathStep, design: Design): Message[] {
  const budget = step.p99 ? { detail: `p99 ${spaced(step.p99.text)}` } : {};
  const text = title(step.step);
  if (calls.length === 0) return [{ from: "service", to: "service", text, kind: "call", ...budget }];
  return calls.flatMap((call, at): Message[] => {
    const given = replyText(call, step, design);
    return [
      { from: "service", to: call, text, kind: "call", ...(at === 0 ? budget : {}) },
      ...(given ? [{ from: call, to: "service", text: given, kind: "reply" } as const] : []),
    ];
  });
}

/** What comes back, where the design says how much: candidates of a generator, items of the step. */
function replyText(call: string, { items }: PathStep["step"], { model }: Design): string | undefined {
  const retrievers = model?.retrieve ?? [];
  const own = retrievers[retrieverIds(retrievers).indexOf(call)];
  if (own) return own.take ? `top ${own.take}` : undefined;
  return items ? `${short(items)} items` : undefined;
}

function fallbackNote({ serving }: Design): Note[] {
  const first = serving?.fallback?.[0];
  if (first === undefined) return [];
  const name = title(typeof first === "string" ? first : first.other).toLowerCase();
  const late = serving?.deadline ? `late after ${spaced(serving.deadline.text)} or failed` : "failed";
  return [{ over: "service", note: `${late}: ${name} answers` }];
}

function aheadOfTime({ serving }: Design): (Message | Note)[] {
  const every = serving?.batch?.every;
  const takes = serving?.batch?.takes;
  return [
    { from: "batch", to: "batch", text: "score all rows", kind: "call", ...(takes && { detail: spaced(takes.text) }) },
    {
      from: "batch",
      to: "results",
      text: "publish",
      kind: "send",
      ...(every && { detail: `every ${spaced(every.text)}` }),
    },
    { from: "results", to: "client", text: "decisions", kind: "send" },
  ];
}

const logged = ({ monitoring }: Design, from: string): Message => ({
  from,
  to: "decision-log",
  text: "decision",
  kind: "send",
  ...(monitoring?.feedback?.joinLabelsAfter && {
    detail: `labels after ${spaced(monitoring.feedback.joinLabelsAfter.text)}`,
  }),
});
