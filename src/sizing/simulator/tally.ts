import { LogHistogram } from "./log-histogram.ts";

/** What is counted at a station, all its copies together, within the time that is measured. */
export class StationTally {
  arrived = 0;
  served = 0;
  /** Turned away: queue full. */
  refused = 0;
  /** Turned away: load shed. */
  shed = 0;
  /** Given up while they waited. */
  leftQueue = 0;
  /** Served after they had been given up. */
  forNothing = 0;
  /** Batches begun; 0 where requests are served one by one. */
  batches = 0;
  /** Server-seconds at work. */
  busySeconds = 0;
  readonly wait = new LogHistogram();
  readonly response = new LogHistogram();
}

/** What is counted of a flow, of requests that began within the time that is measured; events by when they happen. */
export class FlowTally {
  arrived = 0;
  completed = 0;
  failed = 0;
  /** Completed, with at least one step answered by its fallback. */
  fellBack = 0;
  deadlines = 0;
  timeouts = 0;
  retries = 0;
  cacheHits = 0;
  /** Of those completed. */
  readonly response = new LogHistogram();
}
