import { open, readdir, type FileHandle } from "node:fs/promises";
import { join } from "node:path";

/** Files that follow each other, each closed when it is full; only this process appends to them. */
export interface LogSegments {
  /** Writes all of the bytes or, when it throws, leaves none of them behind where the system allows it. */
  write(bytes: Uint8Array): Promise<void>;
  /** Forces what is written to the disk and closes the file. */
  close(): Promise<void>;
}

const SEGMENT = /^decisions-(\d{8})\.ndjson$/;

/** Names of the segments in a folder, oldest first. */
export async function segmentNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => SEGMENT.test(name)).sort();
}

/**
 * Opens a new segment after those that are there, so that a line torn by an earlier crash stays the last of its file.
 *
 * @param segmentBytes  a segment is closed before the write that would make it larger
 */
export async function openSegments(folder: string, segmentBytes: number): Promise<LogSegments> {
  const last = (await segmentNames(folder)).at(-1);
  let sequence = last ? Number(SEGMENT.exec(last)![1]) : 0;
  let file: FileHandle | undefined;
  let size = 0;
  const next = async () => {
    for (;;) {
      const name = `decisions-${String(++sequence).padStart(8, "0")}.ndjson`;
      const opened = await openNew(join(folder, name));
      if (opened) return opened;
    }
  };
  const close = async () => {
    const closing = file;
    file = undefined;
    size = 0;
    if (closing) await closing.sync().finally(() => closing.close());
  };
  const write = async (bytes: Uint8Array) => {
    if (file && size > 0 && size + bytes.length > segmentBytes) await close();
    file ??= await next();
    try {
      await writeAll(file, bytes, size);
      size += bytes.length;
    } catch (error) {
      await file.truncate(size).catch(close);
      throw error;
    }
  };
  file = await next();
  return { write, close };
}

/** `undefined` when the name is taken, by another process that logs into the same folder. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
