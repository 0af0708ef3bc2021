import { open, readFile, rm } from "node:fs/promises";
import { Problem } from "../kit/problem.ts";

/** Locks that this process holds: a lock file with our own number and not in here is from a process before us. */
const held = new Set<string>();

/**
 * Keeps other processes from writing a file by `<path>.lock`, which names our process. A lock whose process is gone
 * (killed, or the machine restarted) is taken over.
 *
 * @throws {Problem} `data/log-in-use`
 */
export async function lockFile(path: string): Promise<{ release(): Promise<void> }> {
  const lock = `${path}.lock`;
  if (held.has(lock) || !((await tryLock(lock)) || (await takeOver(lock)))) throw inUse(path, lock);
  held.add(lock);
  return {
    release: async () => {
      if (held.delete(lock)) await rm(lock, { force: true });
    },
  };
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx");
    await file.writeFile(`${process.pid}\n`).finally(() => file.close());
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

async function takeOver(lock: string): Promise<boolean> {
  const owner = Number.parseInt(await readFile(lock, "utf8"), 10);
  if (owner !== process.pid && isAlive(owner)) return false;
  await rm(lock, { force: true });
  return await tryLock(lock);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inUse(path: string, lock: string): Problem {
  return new Problem({
    code: "data/log-in-use",
    found: `The event log ${path} is written by another run.`,
    fix: `stop that run, or choose another state folder; if none is running, delete ${lock}`,
    at: { file: path },
  });
}
