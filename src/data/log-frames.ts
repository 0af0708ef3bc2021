import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { Problem } from "../kit/problem.ts";
import type { Event } from "./event.ts";

/**
 * The file of the event log: {@link MAGIC}, then frames. A frame is one synced group of events: length of the payload
 * and its CRC-32 (both 32 bits, little-endian), then the payload, one JSON event per line. A frame is only begun when
 * the one before it is on the disk, so at most the last one can be torn.
 */
export const MAGIC = Buffer.from("plumblog1\n");
const HEAD_BYTES = 8;
const READ_BYTES = 1 << 20;

/** @param lines  events as JSON, at least one */
export function encodeFrame(lines: readonly string[]): Buffer {
  const payload = Buffer.from(lines.join("\n"));
  const frame = Buffer.allocUnsafe(HEAD_BYTES + payload.length);
  frame.writeUInt32LE(payload.length, 0);
  frame.writeUInt32LE(crc32(payload), 4);
  payload.copy(frame, HEAD_BYTES);
  return frame;
}

export interface Frame {
  readonly events: readonly Event[];
  /** Offset of the byte after the frame. */
  readonly end: number;
}

/** Whole frames from the start of a log to the first that is torn, or to `until`. */
export async function* readFrames(file: FileHandle, until: number): AsyncGenerator<Frame> {
  let offset = MAGIC.length;
  for (;;) {
    const payload = await readPayload(file, offset, until);
    if (!payload) return;
    offset += HEAD_BYTES + payload.length;
    const lines = payload.toString("utf8").split("\n");
    yield { events: lines.map((line) => JSON.parse(line) as Event), end: offset };
  }
}

/** The payload of the frame at an offset; `undefined` where no whole frame with the right checksum begins. */
async function readPayload(file: FileHandle, offset: number, until: number): Promise<Buffer | undefined> {
  if (offset + HEAD_BYTES > until) return undefined;
  const head = await readExactly(file, offset, HEAD_BYTES);
  const length = head.readUInt32LE(0);
  if (length === 0 || offset + HEAD_BYTES + length > until) return undefined;
  const payload = await readExactly(file, offset + HEAD_BYTES, length);
  return crc32(payload) === head.readUInt32LE(4) ? payload : undefined;
}

async function readExactly(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) throw new Error(`The log ended at ${offset + filled} while it was read`);
    filled += bytesRead;
  }
  return buffer;
}

/**
 * A torn tail has nothing whole behind it. Where a whole frame follows the bad one, the bad one was once on the disk and
 * has been damaged since: cutting it off would lose acknowledged events.
 *
 * @param from  where the first bad frame begins
 * @throws {Problem} `data/log-damaged`
 */
export async function mustBeTornTail(file: FileHandle, path: string, from: number, size: number): Promise<void> {
  for (let block = from; block < size; block += READ_BYTES) {
    const bytes = await readExactly(file, block, Math.min(READ_BYTES + HEAD_BYTES, size - block));
    for (let at = block === from ? 1 : 0; at < READ_BYTES && at + HEAD_BYTES < bytes.length; at++) {
      if (bytes[at + HEAD_BYTES] !== 0x7b || bytes.readUInt32LE(at) > size - block - at - HEAD_BYTES) continue;
      if (await readPayload(file, block + at, size)) throw damaged(path, from);
    }
  }
}

export function damaged(path: string, offset: number): Problem {
  return new Problem({
    code: "data/log-damaged",
    found: `The event log ${path} is damaged at byte ${offset}, and whole records follow.`,
    fix: "restore the file from a backup, or move it away to start a new log",
    at: { file: path },
  });
}
