import { connect, type Socket } from "node:net";

/** What to send, for how long, over how many connections that each wait for an answer before they send again. */
export interface HttpLoad {
  readonly url: string;
  readonly method: string;
  /** Sent as JSON; none when absent. */
  readonly body?: string;
  readonly seconds: number;
  readonly connections: number;
}

export interface HttpMeasurement {
  /** Answers in the measured time, per second; the first fifth of the time is warm-up and not measured. */
  readonly requestsPerSecond: number;
  readonly p50Millis: number;
  readonly p99Millis: number;
  readonly samples: number;
  /** Measured answers that were not 2xx. */
  readonly failures: number;
}

/** One connection in a closed loop: hand-written, because a general client costs more than the servers under test. */
function loop(load: HttpLoad, request: Buffer, note: (startMillis: number, status: number) => void): Promise<Socket> {
  const { hostname, port } = new URL(load.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket)).setNoDelay(true);
    let startMillis = performance.now();
    let read = Buffer.alloc(0);
    const send = () => {
      startMillis = performance.now();
      socket.write(request);
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
      const length = answerLength(read);
      if (length === undefined || read.length < length) return;
      note(startMillis, Number(read.toString("latin1", 9, 12)));
      read = Buffer.alloc(0);
      send();
    });
  });
}

/** Bytes of head and body; `undefined` until the head is complete. */
function answerLength(read: Buffer): number | undefined {
  const head = read.indexOf("\r\n\r\n");
  if (head === -1) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(read.toString("latin1", 0, head));
  if (!length) throw new Error("an answer without content-length cannot be measured");
  return head + 4 + Number(length[1]);
}

function requestBytes({ url, method, body = "" }: HttpLoad): Buffer {
  const { host, pathname, search } = new URL(url);
  const type = body === "" ? "" : "content-type: application/json\r\n";
  const length = method === "GET" ? "" : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${type}${length}\r\n${body}`);
}

async function measure(load: HttpLoad): Promise<HttpMeasurement> {
  const millis: number[] = [];
  let failures = 0;
  const from = performance.now() + load.seconds * 200;
  const note = (startMillis: number, status: number) => {
    if (startMillis < from) return;
    millis.push(performance.now() - startMillis);
    if (status < 200 || status > 299) failures++;
  };
  const request = requestBytes(load);
  const sockets = await Promise.all(Array.from({ length: load.connections }, () => loop(load, request, note)));
  await new Promise((resolve) => setTimeout(resolve, load.seconds * 1000));
  const seconds = (performance.now() - from) / 1000;
  for (const socket of sockets) socket.destroy();
  const sorted = Float64Array.from(millis).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  const { length } = sorted;
  return { requestsPerSecond: length / seconds, p50Millis: at(0.5), p99Millis: at(0.99), samples: length, failures };
}

process.once("message", async (load: HttpLoad) => {
  process.send!(await measure(load), undefined, undefined, () => process.disconnect());
});
