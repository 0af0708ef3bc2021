import { Problem } from "../../kit/problem.ts";
import type { Random } from "../../kit/random.ts";
import type { CompiledCopy, CompiledNetwork, CompiledStep } from "./compile.ts";
import { EventHeap } from "./event-heap.ts";
import { Queues } from "./queues.ts";
import { RequestPool } from "./request-pool.ts";
import { SampleStreams } from "./sample-streams.ts";
import { FlowTally, StationTally } from "./tally.ts";
import { TaskPool, taskStates } from "./task-pool.ts";

/** What happens: an event's code is 8 × (flow, task, request or copy) + one of these. */
const kinds = {
  arrival: 0,
  served: 1,
  batchServed: 2,
  timeout: 3,
  goOn: 4,
  again: 5,
  deadline: 6,
  batchDue: 7,
} as const;

export interface EngineOptions {
  /** What happens before is simulated and not counted. */
  readonly warmUpSeconds: number;
  /** When the simulation ends; who is still in the system then is not counted as completed. */
  readonly endSeconds: number;
  /** More requests than this in the system are a problem. */
  readonly mostInSystem: number;
}

/**
 * One run of a compiled network from empty. All that moves is a row of a typed array; nothing is allocated per event,
 * so memory depends on how many are in the system, not on how long it runs.
 */
export class Engine {
  events = 0;
  readonly stations: readonly StationTally[];
  readonly flows: readonly FlowTally[];
  private now = 0;
  private readonly network: CompiledNetwork;
  private readonly options: EngineOptions;
  private readonly heap = new EventHeap();
  private readonly requests = new RequestPool();
  private readonly tasks = new TaskPool();
  private readonly queues: Queues;
  private readonly samples: SampleStreams;
  private readonly idle: Int32Array;
  private readonly batchTimer: Uint8Array;

  constructor(network: CompiledNetwork, options: EngineOptions, random: Random) {
    this.network = network;
    this.options = options;
    this.queues = new Queues(this.tasks, network.copies.length, network.priorities);
    this.samples = new SampleStreams(network.samplers(random));
    this.idle = Int32Array.from(network.copies, ({ servers }) => servers);
    this.batchTimer = new Uint8Array(network.copies.length);
    const stationCount = Math.max(-1, ...network.copies.map(({ station }) => station)) + 1;
    this.stations = Array.from({ length: stationCount }, () => new StationTally());
    this.flows = network.flows.map(() => new FlowTally());
    for (const [flow, { arrivals }] of network.flows.entries()) {
      this.after(this.samples.draw(arrivals), kinds.arrival, flow);
    }
  }

  /**
   * Goes on to a moment, at most to the end; may be called again with a later one.
   *
   * @throws {Problem} `sizing/simulation-overflow`
   */
  advance(toSeconds: number): void {
    const to = Math.min(toSeconds, this.options.endSeconds);
    const { heap } = this;
    while (heap.size > 0 && heap.earliest <= to) {
      heap.pop();
      this.now = heap.time;
      this.events++;
      this.happen(heap.code & 7, heap.code >> 3, heap.stamp);
    }
  }

  private happen(kind: number, of: number, stamp: number): void {
    switch (kind) {
      case kinds.arrival:
        return this.arrive(of);
      case kinds.served:
        return this.endService(of);
      case kinds.batchServed:
        return this.endBatch(of);
      case kinds.timeout:
        return this.timeOut(of, stamp);
      case kinds.goOn:
        if (this.requests.stamp[of] === stamp) this.enterStep(of);
        return;
      case kinds.again:
        if (this.requests.stamp[of] === stamp) this.attempt(of);
        return;
      case kinds.deadline:
        return this.passDeadline(of, stamp);
      default:
        this.batchTimer[of] = 0;
        return this.startBatches(of);
    }
  }

  private after(seconds: number, kind: number, of: number, stamp = 0): void {
    this.heap.push(this.now + seconds, of * 8 + kind, stamp);
  }

  private get measuring(): boolean {
    return this.now >= this.options.warmUpSeconds;
  }

  private arrive(flow: number): void {
    const { arrivals, firstStep, deadlineSeconds } = this.network.flows[flow]!;
    this.after(this.samples.draw(arrivals), kinds.arrival, flow);
    if (this.requests.inUse >= this.options.mostInSystem) throw this.overflow();
    const request = this.requests.add(flow, firstStep, this.now);
    if (this.measuring) this.flows[flow]!.arrived++;
    if (deadlineSeconds < Infinity) this.after(deadlineSeconds, kinds.deadline, request, this.requests.serial[request]);
    this.enterStep(request);
  }

  private enterStep(request: number): void {
    const at = this.requests.step[request]!;
    if (at >= this.network.flows[this.requests.flow[request]!]!.endStep) return this.complete(request);
    const step = this.network.steps[at]!;
    if (step.hits > 0 && this.samples.draw(step.hitDice) < step.hits) return this.hit(request, step);
    this.attempt(request);
  }

  private hit(request: number, { hitSkips, hitTime }: CompiledStep): void {
    if (this.measuring) this.flowOf(request).cacheHits++;
    this.requests.step[request]! += hitSkips;
    this.after(this.samples.draw(hitTime), kinds.goOn, request, this.requests.stamp[request]);
  }

  /** Goes to every copy of the step's station, or to none when one of them refuses. */
  private attempt(request: number): void {
    const step = this.network.steps[this.requests.step[request]!]!;
    const { priority } = this.network.flows[this.requests.flow[request]!]!;
    for (let copy = step.firstCopy; copy < step.endCopy; copy++) {
      if (!this.admits(copy, priority)) return this.failAttempt(request);
    }
    this.requests.pending[request] = step.endCopy - step.firstCopy;
    if (step.timeoutSeconds < Infinity) {
      this.after(step.timeoutSeconds, kinds.timeout, request, this.requests.stamp[request]);
    }
    for (let copy = step.firstCopy; copy < step.endCopy; copy++) this.enqueue(request, copy, priority);
  }

  private admits(copy: number, priority: number): boolean {
    const { station, batchSize, queueLimit, shedWaiting, shedFrom } = this.network.copies[copy]!;
    const waiting = this.queues.waiting[copy]!;
    const full = waiting >= queueLimit && (this.idle[copy] === 0 || (batchSize > 0 && queueLimit > 0));
    const shed = priority >= shedFrom && waiting >= shedWaiting;
    if (!full && !shed) return true;
    if (this.measuring) this.countRefusal(this.stations[station]!, full);
    return false;
  }

  private countRefusal(tally: StationTally, full: boolean): void {
    if (full) tally.refused++;
    else tally.shed++;
  }

  private enqueue(request: number, copy: number, priority: number): void {
    const { station, batchSize } = this.network.copies[copy]!;
    const task = this.tasks.add(request, copy, this.now);
    this.tasks.sibling[task] = this.requests.tasks[request]!;
    this.requests.tasks[request] = task;
    if (this.measuring) this.stations[station]!.arrived++;
    if (batchSize > 0) {
      this.queues.push(task, copy, priority);
      return this.startBatches(copy);
    }
    if (this.idle[copy]! > 0) return this.startService(task, copy);
    this.queues.push(task, copy, priority);
  }

  private startService(task: number, copy: number): void {
    const { service } = this.network.copies[copy]!;
    this.idle[copy]!--;
    const seconds = this.samples.draw(service);
    this.beginWork(task, copy);
    this.countBusy(copy, seconds);
    this.after(seconds, kinds.served, task);
  }

  private endService(task: number): void {
    const copy = this.tasks.copy[task]!;
    this.idle[copy]!++;
    const next = this.queues.shift(copy);
    if (next >= 0) this.startService(next, copy);
    this.finish(task);
  }

  private startBatches(copy: number): void {
    const facts = this.network.copies[copy]!;
    while (this.idle[copy]! > 0 && this.queues.waiting[copy]! > 0) {
      const due = this.queues.oldest(copy) + facts.batchWaitSeconds;
      if (this.queues.waiting[copy]! < facts.batchSize && this.now < due) return this.setBatchTimer(copy, due);
      this.startBatch(copy, facts);
    }
  }

  private setBatchTimer(copy: number, due: number): void {
    if (this.batchTimer[copy] === 1) return;
    this.batchTimer[copy] = 1;
    this.heap.push(due, copy * 8 + kinds.batchDue, 0);
  }

  private startBatch(copy: number, { batchSize, batchBaseSeconds, batchItemSeconds, station }: CompiledCopy): void {
    this.idle[copy]!--;
    let batch = -1;
    let size = 0;
    while (size < batchSize && this.queues.waiting[copy]! > 0) {
      const task = this.queues.shift(copy);
      this.beginWork(task, copy);
      this.tasks.next[task] = batch;
      batch = task;
      size++;
    }
    const seconds = batchBaseSeconds + batchItemSeconds * size;
    if (this.measuring) this.stations[station]!.batches++;
    this.countBusy(copy, seconds);
    this.after(seconds, kinds.batchServed, batch);
  }

  private endBatch(batch: number): void {
    const copy = this.tasks.copy[batch]!;
    this.idle[copy]!++;
    this.startBatches(copy);
    for (let task = batch; task >= 0;) {
      const next = this.tasks.next[task]!;
      this.finish(task);
      task = next;
    }
  }

  private beginWork(task: number, copy: number): void {
    this.tasks.state[task] = taskStates.serving;
    const since = this.tasks.since[task]!;
    if (since >= this.options.warmUpSeconds)
      this.stations[this.network.copies[copy]!.station]!.wait.add(this.now - since);
  }

  /** Server-seconds of a service that fall into the time that is measured. */
  private countBusy(copy: number, seconds: number): void {
    const { warmUpSeconds, endSeconds } = this.options;
    const from = this.now > warmUpSeconds ? this.now : warmUpSeconds;
    const to = this.now + seconds < endSeconds ? this.now + seconds : endSeconds;
    if (to > from) this.stations[this.network.copies[copy]!.station]!.busySeconds += to - from;
  }

  private finish(task: number): void {
    const tally = this.stations[this.network.copies[this.tasks.copy[task]!]!.station]!;
    if (this.tasks.state[task] === taskStates.forNothing) {
      if (this.measuring) tally.forNothing++;
      return this.tasks.remove(task);
    }
    if (this.measuring) tally.served++;
    const since = this.tasks.since[task]!;
    if (since >= this.options.warmUpSeconds) tally.response.add(this.now - since);
    this.tasks.state[task] = taskStates.done;
    const request = this.tasks.request[task]!;
    if (--this.requests.pending[request]! === 0) this.leaveStep(request);
  }

  private leaveStep(request: number): void {
    this.endAttempt(request);
    this.requests.failures[request] = 0;
    this.requests.step[request]!++;
    this.enterStep(request);
  }

  /** Frees what is done, takes what waits out of its queue, and leaves servers at work to finish for nothing. */
  private endAttempt(request: number): void {
    const { state, sibling, copy } = this.tasks;
    for (let task = this.requests.tasks[request]!; task >= 0;) {
      const next = sibling[task]!;
      if (state[task] === taskStates.done) this.tasks.remove(task);
      else if (state[task] === taskStates.serving) state[task] = taskStates.forNothing;
      else this.leaveQueue(task, copy[task]!);
      task = next;
    }
    this.requests.tasks[request] = -1;
    this.requests.stamp[request]!++;
  }

  private leaveQueue(task: number, copy: number): void {
    this.tasks.state[task] = taskStates.leftQueue;
    this.queues.waiting[copy]!--;
    if (this.measuring) this.stations[this.network.copies[copy]!.station]!.leftQueue++;
  }

  private timeOut(request: number, stamp: number): void {
    if (this.requests.stamp[request] !== stamp) return;
    if (this.measuring) this.flowOf(request).timeouts++;
    this.failAttempt(request);
  }

  private failAttempt(request: number): void {
    this.endAttempt(request);
    const step = this.network.steps[this.requests.step[request]!]!;
    if (this.requests.failures[request]! < step.retries) return this.retry(request, step);
    if (step.fallback < 0) return this.fail(request);
    this.requests.fellBack[request] = 1;
    this.requests.failures[request] = 0;
    this.requests.step[request]! += step.fallbackGoesOn;
    this.after(this.samples.draw(step.fallback), kinds.goOn, request, this.requests.stamp[request]);
  }

  private retry(request: number, { backoff }: CompiledStep): void {
    this.requests.failures[request]!++;
    if (this.measuring) this.flowOf(request).retries++;
    const pause = backoff < 0 ? 0 : this.samples.draw(backoff);
    this.after(pause, kinds.again, request, this.requests.stamp[request]);
  }

  private passDeadline(request: number, serial: number): void {
    if (this.requests.serial[request] !== serial) return;
    this.endAttempt(request);
    if (this.counts(request)) this.flowOf(request).deadlines++;
    this.fail(request);
  }

  private fail(request: number): void {
    if (this.counts(request)) this.flowOf(request).failed++;
    this.requests.remove(request);
  }

  private complete(request: number): void {
    if (this.counts(request)) {
      const tally = this.flowOf(request);
      tally.completed++;
      tally.fellBack += this.requests.fellBack[request]!;
      tally.response.add(this.now - this.requests.start[request]!);
    }
    this.requests.remove(request);
  }

  private counts(request: number): boolean {
    return this.requests.start[request]! >= this.options.warmUpSeconds;
  }

  private flowOf(request: number): FlowTally {
    return this.flows[this.requests.flow[request]!]!;
  }

  private overflow(): Problem {
    const { mostInSystem } = this.options;
    return new Problem({
      code: "sizing/simulation-overflow",
      found: `after ${Number(this.now.toPrecision(4))} simulated seconds ${mostInSystem} requests are in the system`,
      fix: "add servers, limit the queues, set a timeout, or allow more with `mostInSystem`",
    });
  }
}
