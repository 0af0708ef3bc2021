import { mkdir } from "node:fs/promises";
import { stableShare } from "../experiments/stable-hash.ts";
import { Problem } from "../kit/problem.ts";
import { encodeDecision, type Decision } from "./decision.ts";
import { openSegments, type LogSegments } from "./log-segments.ts";

export interface DecisionLogOptions {
  readonly folder: string;
  /** Pause between two writes, and so the loss window: a process that is killed loses the decisions of this time. */
  readonly flushMillis: number;
  /** A file is closed, and the next begun, before it would grow beyond this. */
  readonly segmentBytes: number;
  /** Most memory that decisions may take while they wait to be written; beyond it they are dropped and counted. */
  readonly bufferBytes: number;
  /** Share of requests, by hash of the request id, whose feature vectors are kept; in [0, 1]. */
  readonly featureShare: number;
}

export interface DecisionLogStats {
  readonly written: number;
  /** Decisions that will never be in the log. */
  readonly dropped: number;
  readonly waiting: number;
  /** What a `kill -9` loses at most, in milliseconds; a power cut also loses what the system had not yet put on disk. */
  readonly lossWindowMillis: number;
  /** A sentence, while writing fails. */
  readonly failing?: string;
}

export interface DecisionLog {
  /** Takes a copy at once and never waits; `false` when the decision was dropped. */
  append(decision: Decision): boolean;
  /** Tries to write everything that waits; what came of it is in `stats()`. */
  flush(): Promise<void>;
  stats(): DecisionLogStats;
  /** Writes what waits, forces it to the disk and closes the file; what could not be written counts as dropped. */
  close(): Promise<void>;
}

/**
 * Opens a log of decisions: lines of JSON in numbered files. A full disk never reaches the request path: decisions wait
 * in memory up to `bufferBytes`, then are dropped and counted, and writing is tried again at every flush.
 *
 * @throws {Problem} `serving/log-unwritable`
 */
export async function openDecisionLog(options: DecisionLogOptions): Promise<DecisionLog> {
  const segments = await openFolder(options);
  const queue = lineQueue(options.bufferBytes);
  const counts = { written: 0, dropped: 0, failing: undefined as string | undefined };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const flush = oneAtATime(() => writeWaiting(queue, segments, counts));
  const flushSoon = () => {
    timer ??= setTimeout(async () => {
      await flush();
      timer = undefined;
      if (queue.count() > 0 && !closed) flushSoon();
    }, options.flushMillis).unref();
  };
  return {
    flush,
    append: (decision) => {
      if (closed || !queue.add(encodeDecision(sampled(decision, options.featureShare)))) {
        counts.dropped++;
        return false;
      }
      flushSoon();
      return true;
    },
    stats: () => ({
      written: counts.written,
      dropped: counts.dropped,
      waiting: queue.count(),
      lossWindowMillis: options.flushMillis,
      ...(counts.failing && { failing: counts.failing }),
    }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await flush();
      counts.dropped += queue.clear();
      await segments.close().catch((error) => (counts.failing = failureText(error)));
    },
  };
}

async function openFolder({ folder, segmentBytes }: DecisionLogOptions): Promise<LogSegments> {
  try {
    await mkdir(folder, { recursive: true });
    return await openSegments(folder, segmentBytes);
  } catch (cause) {
    throw new Problem({
      code: "serving/log-unwritable",
      found: `The decision log cannot be written: ${(cause as Error).message}.`,
      fix: "make the folder writable for this user, or name another one",
      at: { file: folder },
      cause,
    });
  }
}

function sampled(decision: Decision, share: number): Decision {
  if ("absent" in decision.features || stableShare(decision.requestId) < share) return decision;
  return { ...decision, features: { absent: `outside the sampled ${share * 100}% of requests` } };
}

interface LineQueue {
  /** `false` when there is no room. */
  add(line: string): boolean;
  /** The lines that wait; they keep their room until `done`. */
  take(): { bytes: Buffer; count: number };
  done(): void;
  putBack(): void;
  count(): number;
  /** Drops everything and says how many lines that was. */
  clear(): number;
}

function lineQueue(bufferBytes: number): LineQueue {
  let waiting: Buffer[] = [];
  let taken: Buffer[] = [];
  let bytes = 0;
  const release = (lines: Buffer[]) => {
    for (const line of lines) bytes -= line.length;
  };
  return {
    add: (text) => {
      const line = Buffer.from(`${text}\n`);
      if (bytes + line.length > bufferBytes) return false;
      bytes += line.length;
      waiting.push(line);
      return true;
    },
    take: () => {
      taken = waiting;
      waiting = [];
      return { bytes: Buffer.concat(taken), count: taken.length };
    },
    done: () => {
      release(taken);
      taken = [];
    },
    putBack: () => {
      waiting = [...taken, ...waiting];
      taken = [];
    },
    count: () => waiting.length + taken.length,
    clear: () => {
      const count = waiting.length;
      release(waiting);
      waiting = [];
      return count;
    },
  };
}

async function writeWaiting(
  queue: LineQueue,
  segments: LogSegments,
  counts: { written: number; failing: string | undefined },
): Promise<void> {
  const { bytes, count } = queue.take();
  if (count === 0) return;
  try {
    await segments.write(bytes);
    queue.done();
    counts.written += count;
    counts.failing = undefined;
  } catch (error) {
    queue.putBack();
    counts.failing = failureText(error);
  }
}

/** Runs of the work never overlap; a caller that comes during a run waits for the run after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(work));
}

function failureText(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return `Decisions cannot be written${full ? ", the disk is full" : ""}: ${message}.`;
}
