import { Problem } from "../kit/problem.ts";
import { readQuantity } from "../kit/quantity.ts";
import { nearest } from "../kit/suggest.ts";
import type { Deadline } from "./deadline.ts";
import type { RequestPath, Step } from "./path.ts";

/** A fault put into a request path on purpose, to see what the system does with it. */
export type Fault =
  { readonly step: string; readonly sleepMillis: number } | { readonly step: string; readonly fail: true };

const FAULT = /^\s*([A-Za-z][\w-]*)\s*:\s*(?:(fail)|sleep\s+(\S.*?))\s*$/;
const LONGEST_SECONDS = 600;

/**
 * Reads a fault as people write it.
 *
 * @throws {Problem} `serving/malformed-fault`; what {@link readQuantity} throws for a sleep that is no duration
 * @example parseFault("rank: sleep 200ms") // => { step: "rank", sleepMillis: 200 }
 */
export function parseFault(text: string): Fault {
  const [, step, fail, sleep] = FAULT.exec(text) ?? [];
  if (step === undefined) throw malformed(text, "is not a fault");
  if (fail) return { step, fail: true };
  const { seconds } = readQuantity(sleep, ["duration"]);
  if (seconds < 0 || seconds > LONGEST_SECONDS) throw malformed(text, `does not sleep 0 to ${LONGEST_SECONDS} s`);
  return { step, sleepMillis: seconds * 1000 };
}

/**
 * Reads faults for a path with these steps.
 *
 * @throws {Problem} what {@link parseFault} throws; `serving/unknown-step`
 */
export function parseFaults(texts: readonly string[], steps: readonly string[]): Fault[] {
  const faults = texts.map(parseFault);
  for (const { step } of faults) if (!steps.includes(step)) throw unknownStep(step, steps);
  return faults;
}

/**
 * The same path with faults in it; the given path is left as it is.
 *
 * @throws {Problem} `serving/unknown-step`
 */
export function injectFaults<State extends object>(
  path: RequestPath<State>,
  faults: readonly Fault[],
): RequestPath<State> {
  const names = path.steps.map((step) => step.name);
  for (const { step } of faults) if (!names.includes(step)) throw unknownStep(step, names);
  const steps = path.steps.map((step) =>
    faults.filter((fault) => fault.step === step.name).reduce((broken, fault) => withFault(broken, fault), step),
  );
  return { ...path, steps };
}

function withFault<State extends object>(step: Step<State>, fault: Fault): Step<State> {
  if ("fail" in fault) return { ...step, run: () => failOnPurpose(step.name) };
  return { ...step, run: (state, deadline) => sleepThenRun(step, fault.sleepMillis, state, deadline) };
}

function failOnPurpose(step: string): never {
  throw new Error(`step ${step} fails on purpose`);
}

async function sleepThenRun<State extends object>(
  step: Step<State>,
  sleepMillis: number,
  state: State,
  deadline: Deadline,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, sleepMillis));
  if (!deadline.passed()) await step.run(state, deadline);
}

function malformed(text: string, why: string): Problem {
  return new Problem({
    code: "serving/malformed-fault",
    found: `\`${text}\` ${why}.`,
    fix: "write a step and what happens to it, such as `rank: sleep 200ms`, `rank: sleep 1.5s` or `rank: fail`",
  });
}

function unknownStep(step: string, names: readonly string[]): Problem {
  const meant = nearest(step, names);
  return new Problem({
    code: "serving/unknown-step",
    found: `The request path has no step \`${step}\`.`,
    fix: `${meant ? `did you mean \`${meant}\`? ` : ""}name one of: ${names.join(", ")}`,
  });
}
