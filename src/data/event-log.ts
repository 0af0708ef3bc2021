import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Event } from "./event.ts";
import { groupCommit } from "./group-commit.ts";
import { lockFile } from "./lock-file.ts";
import { damaged, encodeFrame, MAGIC, mustBeTornTail, readFrames } from "./log-frames.ts";
import { inFolder, writableFolder } from "./writable-folder.ts";

/** Durable, append-only log of events; one process at a time writes it. */
export interface EventLog {
  /**
   * Appends events and resolves only when they are on the disk; calls that come together share one sync. An event whose
   * source and id are in the log already is not written again, so a retry is harmless.
   *
   * @returns the events that were new
   * @throws {Problem} `data/disk-full`, `data/folder-not-writable`; nothing of the call is in the log then
   */
  append(events: readonly Event[]): Promise<readonly Event[]>;
  /**
   * Says of events that are in the log that they were known later than was written, because the disk was slow. Resolves
   * when that is on the disk; from then on the log reads as if it had been written so.
   *
   * @throws {Problem} as `append`
   */
  knownLater(events: readonly Event[]): Promise<void>;
  /** Every event that was on the disk at the time of the call, in the order of arrival. */
  read(): AsyncGenerator<Event>;
  /** Events in the log. */
  readonly size: number;
  /** Bytes of a torn tail that were cut off at open: a group that was never acknowledged. */
  readonly cutBytes: number;
  /** Waits for what is under way, then frees the file. */
  close(): Promise<void>;
}

/**
 * Opens the log of a folder, or makes a new one. What a crash left half written is cut off.
 *
 * @throws {Problem} `data/log-in-use`, `data/log-damaged`, `data/folder-not-writable`
 */
export async function openEventLog(folder: string): Promise<EventLog> {
  const path = join(folder, "events.log");
  await writableFolder(folder);
  const lock = await inFolder(folder, () => lockFile(path));
  const file = await inFolder(folder, () => open(path, constants.O_RDWR | constants.O_CREAT)).catch(async (cause) => {
    await lock.release();
    throw cause;
  });
  const release = async () => {
    await file.close();
    await lock.release();
  };
  try {
    return logOver({ file, folder, ...(await recover(file, folder, path)), release });
  } catch (cause) {
    await release();
    throw cause;
  }
}

/** Reads the whole log: the ids in it, where it ends, and how much of it was torn and is now gone. */
async function recover(
  file: FileHandle,
  folder: string,
  path: string,
): Promise<Omit<OpenLog, "file" | "folder" | "release">> {
  await mustBeLog(file, folder, path);
  const { size } = await file.stat();
  const ids = new Set<string>();
  const later = new Map<string, number>();
  let end = MAGIC.length;
  for await (const frame of readFrames(file, size)) {
    for (const event of frame.events) {
      const identity = identityOf(event);
      if (ids.has(identity)) later.set(identity, event.knownMillis);
      ids.add(identity);
    }
    end = frame.end;
  }
  if (end < size) await cutTail(file, path, end, size);
  return { ids, later, end, cutBytes: size - end };
}

/** Sees that the file begins as a log does; writes the beginning where the file is new. */
async function mustBeLog(file: FileHandle, folder: string, path: string): Promise<void> {
  const head = Buffer.alloc(MAGIC.length);
  const { bytesRead } = await file.read(head, 0, MAGIC.length, 0);
  if (head.equals(MAGIC)) return;
  if (!MAGIC.subarray(0, bytesRead).equals(head.subarray(0, bytesRead))) throw damaged(path, 0);
  await inFolder(folder, () => writeFully(file, MAGIC, 0));
  const directory = await open(folder, "r");
  await directory.sync().finally(() => directory.close());
}

async function cutTail(file: FileHandle, path: string, end: number, size: number): Promise<void> {
  await mustBeTornTail(file, path, end, size);
  await takeBack(file, end);
}

interface OpenLog {
  readonly file: FileHandle;
  readonly folder: string;
  readonly ids: Set<string>;
  /** Of events that stand in the log again: when they were known after all. */
  readonly later: Map<string, number>;
  readonly end: number;
  readonly cutBytes: number;
  /** Frees the file and its lock. */
  release(): Promise<void>;
}

/** An event on its way to the disk. */
interface Entry {
  readonly identity: string;
  readonly json: string;
  /** It is in the log already. */
  readonly restates?: true;
}

function logOver({ file, folder, ids, later, end: opened, cutBytes, release }: OpenLog): EventLog {
  let end = opened;
  let broken: unknown;
  let closed = false;

  const write = async (entries: readonly Entry[]): Promise<void> => {
    if (broken) throw broken;
    const frame = encodeFrame(entries.map(({ json }) => json));
    try {
      await inFolder(folder, () => writeFully(file, frame, end));
    } catch (cause) {
      await takeBack(file, end).catch(() => (broken = cause));
      throw cause;
    }
    end += frame.length;
  };
  const commits = groupCommit(write, (entries) =>
    entries.forEach(({ identity, restates }) => restates || ids.delete(identity)),
  );

  return {
    append: async (events) => {
      if (closed) throw new Error("The event log was closed");
      const entries = events.map((event) => ({ event, identity: identityOf(event), json: JSON.stringify(event) }));
      const added = entries.filter(({ identity }) => !ids.has(identity) && ids.add(identity));
      await commits.add(added);
      return added.map(({ event }) => event);
    },
    knownLater: async (events) => {
      await commits.add(
        events.map((event) => ({ identity: identityOf(event), json: JSON.stringify(event), restates: true })),
      );
      for (const event of events) later.set(identityOf(event), event.knownMillis);
    },
    read: async function* () {
      const restated = new Map(later);
      const told = new Set<string>();
      for await (const { events } of readFrames(file, end))
        for (const event of events) {
          const knownMillis = restated.get(identityOf(event));
          if (knownMillis === undefined) yield event;
          else if (!told.has(identityOf(event))) {
            told.add(identityOf(event));
            yield { ...event, knownMillis };
          }
        }
    },
    get size() {
      return ids.size;
    },
    cutBytes,
    close: async () => {
      if (closed) return;
      closed = true;
      await commits.idle();
      await release();
    },
  };
}

/** An id says which event of its source it is. */
const identityOf = ({ source, id }: Event): string => `${source}\0${id}`;

async function writeFully(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
  await file.datasync();
}

/** Removes what a failed write left, so that the next frame begins where this one did. */
async function takeBack(file: FileHandle, end: number): Promise<void> {
  await file.truncate(end);
  await file.datasync();
}
