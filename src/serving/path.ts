import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { startDeadline, type Deadline } from "./deadline.ts";

/** One step of a request path. It reads what earlier steps assigned to the state and assigns its own result to it. */
export interface Step<State extends object> {
  readonly name: string;
  /** Promised p99 of the step, in milliseconds. It is measured and counted, never enforced. */
  readonly budgetMillis: number;
  run(state: State, deadline: Deadline): void | Promise<void>;
}

/**
 * What a request passes through. Steps assign fields of the state and leave alone what other steps put there: the
 * fallback answers on a shallow copy, so that a step which finishes late cannot change an answer already given.
 */
export interface RequestPath<State extends object> {
  readonly steps: readonly Step<State>[];
  /** When the request stops waiting for its steps, in milliseconds after it arrived. */
  readonly deadlineMillis: number;
  /** Answers from memory when a step fails or is late; nothing waits for it with a deadline. */
  readonly fallback: { readonly name: string; run(state: State): void | Promise<void> };
}

export interface StepTiming {
  readonly step: string;
  /** Until the step was done, or until the request stopped waiting for it. */
  readonly millis: number;
  readonly overBudget: boolean;
}

export interface FallbackNote {
  /** Name of the fallback that answered. */
  readonly name: string;
  /** The step that made it answer. */
  readonly step: string;
  readonly kind: "late" | "failed";
  /** A sentence that is safe to show to a caller: it tells nothing about our own mistakes. */
  readonly because: string;
  readonly millis: number;
  /** What the step threw, for our own log; never part of an answer. */
  readonly error?: unknown;
}

export interface PathResult<State extends object> {
  readonly state: State;
  readonly timings: readonly StepTiming[];
  readonly fallback?: FallbackNote;
  readonly totalMillis: number;
}

type Trouble = Pick<FallbackNote, "kind" | "because" | "error">;

/**
 * Runs the steps in order. The first step that throws, or that is not done when the deadline passes, ends the path and
 * the fallback answers; what that step does later is ignored.
 *
 * @param startedMillis  when the request arrived, on the clock's elapsed scale
 * @throws whatever the fallback itself throws
 */
export async function runPath<State extends object>(
  path: RequestPath<State>,
  state: State,
  { clock, startedMillis = clock.elapsedMillis() }: { clock: Clock; startedMillis?: number },
): Promise<PathResult<State>> {
  const deadline = startDeadline(path.deadlineMillis, clock, startedMillis);
  const timings: StepTiming[] = [];
  for (const step of path.steps) {
    const from = clock.elapsedMillis();
    const attempt = attemptStep(step, state, deadline, path.deadlineMillis);
    const trouble = attempt instanceof Promise ? await attempt : attempt;
    const millis = clock.elapsedMillis() - from;
    timings.push({ step: step.name, millis, overBudget: millis > step.budgetMillis });
    if (trouble) return answerByFallback(path, state, { step: step.name, trouble, timings, clock, startedMillis });
  }
  return { state, timings, totalMillis: clock.elapsedMillis() - startedMillis };
}

/** Synchronous for a synchronous step, so that such steps cost no turn of the event loop. */
function attemptStep<State extends object>(
  step: Step<State>,
  state: State,
  deadline: Deadline,
  deadlineMillis: number,
): Trouble | undefined | Promise<Trouble | undefined> {
  const late = (): Trouble => ({
    kind: "late",
    because: `Step ${step.name} was not done when the deadline of ${deadlineMillis} ms passed.`,
  });
  if (deadline.passed()) return late();
  try {
    const running = step.run(state, deadline);
    if (!running) return deadline.passed() ? late() : undefined;
    return waitUntil(running, deadline).then(
      (done) => (done && !deadline.passed() ? undefined : late()),
      (error) => failure(step.name, error),
    );
  } catch (error) {
    return failure(step.name, error);
  }
}

function failure(step: string, error: unknown): Trouble {
  const why = error instanceof Problem ? `failed: ${error.found}` : "failed unexpectedly.";
  return { kind: "failed", because: `Step ${step} ${why}`, error };
}

/** Whether the work was done in time. Once the deadline has passed, its result and its failure go nowhere. */
function waitUntil(work: Promise<void>, deadline: Deadline): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), Math.ceil(deadline.remainingMillis()));
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    work.then(
      () => settle(() => resolve(true)),
      (error) => settle(() => reject(error)),
    );
  });
}

interface FallbackCall {
  step: string;
  trouble: Trouble;
  timings: StepTiming[];
  clock: Clock;
  startedMillis: number;
}

async function answerByFallback<State extends object>(
  path: RequestPath<State>,
  state: State,
  { step, trouble, timings, clock, startedMillis }: FallbackCall,
): Promise<PathResult<State>> {
  const from = clock.elapsedMillis();
  const own = Object.assign(Object.create(Object.getPrototypeOf(state)), state) as State;
  await path.fallback.run(own);
  const now = clock.elapsedMillis();
  const fallback = { name: path.fallback.name, step, ...trouble, millis: now - from };
  return { state: own, timings, fallback, totalMillis: now - startedMillis };
}
