import { Agent, request, type RequestOptions } from "node:http";
import { ERROR_KINDS, type ErrorKind, type RequestRecords } from "./records.ts";

/** Where requests go and what they carry; plain data that survives the way into another process. */
export interface SendPlan {
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON texts. */
  readonly bodies: readonly string[];
  readonly bodyIndex: Uint32Array;
  readonly timeoutMillis: number;
}

export interface Sender {
  /** Sends one request now and notes what becomes of it; never throws, never waits. */
  send(index: number): void;
  /** Cuts the connections. */
  close(): void;
}

/**
 * Sends requests over kept-alive connections, as many at once as are unanswered.
 *
 * @param nowMillis  milliseconds since the start of the load
 * @param onDone     called once per request sent, whatever became of it
 */
export function httpSender(
  plan: SendPlan,
  records: RequestRecords,
  nowMillis: () => number,
  onDone: () => void,
): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 4096, scheduling: "lifo" });
  const bodies = plan.bodies.map((text) => Buffer.from(text));
  const options = bodies.map((body) => requestOptions(plan, agent, body.length));
  return {
    send: (index) => {
      const which = plan.bodyIndex[index]!;
      const finish = finisher(records, index, nowMillis, onDone);
      records.sentMillis[index] = nowMillis();
      exchange(options[which]!, bodies[which]!, plan.timeoutMillis, finish);
    },
    close: () => agent.destroy(),
  };
}

type Finish = (kind: ErrorKind, status: number, answer?: string) => void;

/** Notes the first outcome of a request; a later one (the reset that follows a timeout) changes nothing. */
function finisher(records: RequestRecords, index: number, nowMillis: () => number, onDone: () => void): Finish {
  return (kind, status, answer) => {
    if (!Number.isNaN(records.doneMillis[index]!)) return;
    records.doneMillis[index] = nowMillis();
    const found = answer === undefined ? { kind, fallback: false } : readAnswer(answer);
    records.errorKind[index] = ERROR_KINDS.indexOf(found.kind);
    records.fallback[index] = found.fallback ? 1 : 0;
    records.status[index] = status;
    onDone();
  };
}

function exchange(options: RequestOptions, body: Buffer, timeoutMillis: number, finish: Finish): void {
  const sent = request(options);
  const timer = setTimeout(() => {
    finish("timeout", 0);
    sent.destroy();
  }, timeoutMillis);
  const end: Finish = (...outcome) => {
    clearTimeout(timer);
    finish(...outcome);
  };
  sent.on("error", () => end("connection", 0));
  sent.on("response", (answer) => {
    const status = answer.statusCode!;
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", () => end("connection", status));
    answer.on("end", () => (status >= 400 ? end("status", status) : end("none", status, textOf(chunks))));
  });
  sent.end(body);
}

const textOf = (chunks: Buffer[]): string => (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString();

/** An answer that is no JSON object is a failure: nobody could have used it. */
function readAnswer(text: string): { kind: ErrorKind; fallback: boolean } {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) return { kind: "body", fallback: false };
    return { kind: "none", fallback: "fallback" in answer && Boolean(answer.fallback) };
  } catch {
    return { kind: "body", fallback: false };
  }
}

function requestOptions(plan: SendPlan, agent: Agent, bodyBytes: number): RequestOptions {
  const { hostname, port } = new URL(plan.url);
  return {
    agent,
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port,
    path: plan.path,
    method: plan.method,
    headers: { "content-type": "application/json", "content-length": String(bodyBytes), ...plan.headers },
  };
}
