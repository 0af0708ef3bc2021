import { Problem, type ProblemFacts } from "../kit/problem.ts";

type Explained = Pick<ProblemFacts, "code" | "found" | "fix">;

const readOnly = (folder: string): Explained => ({
  code: "registry/read-only-folder",
  found: `The registry cannot write into ${folder}.`,
  fix: "give this user write access to the folder, or choose another folder",
});

const full = (folder: string): Explained => ({
  code: "registry/disk-full",
  found: `There is no room left to write into ${folder}; nothing was registered or changed.`,
  fix: "free space on that disk (or raise the quota), then do the same again",
});

const corrupt = (folder: string): Explained => ({
  code: "registry/corrupt-database",
  found: `The registry's database in ${folder} is damaged, or is not a database.`,
  fix: "put back `registry.sqlite` from a backup; the model files in `artifacts` are apart from it and still there",
});

const busy = (folder: string): Explained => ({
  code: "registry/busy",
  found: `Another process has held the registry in ${folder} for longer than this one waits.`,
  fix: "try again; if it stays so, end the process that hangs while it has the registry open",
});

const failing = (folder: string): Explained => ({
  code: "registry/disk-error",
  found: `The disk reports an error while the registry in ${folder} reads or writes.`,
  fix: "look at the disk's health and, for a network folder, at the connection; then try again",
});

const notAFolder = (folder: string): Explained => ({
  code: "registry/read-only-folder",
  found: `${folder} is a file, or lies below one, where the registry needs a folder.`,
  fix: "choose another folder",
});

const byFileCode: Record<string, (folder: string) => Explained> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  // What the system says for a folder that it will not make, such as one below `/proc`.
  ENOENT: readOnly,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EIO: failing,
};

/** By SQLite's result codes; an extended code that is not listed counts as the primary one in its lowest byte. */
const bySqliteCode: Record<number, (folder: string) => Explained> = {
  3: readOnly,
  5: busy,
  6: busy,
  8: readOnly,
  10: failing,
  11: corrupt,
  13: full,
  14: readOnly,
  26: corrupt,
  // The log's shared memory cannot grow.
  4874: full,
};

/** Runs `work`; what the disk or the database refuses comes out as a Problem about this folder. */
export function explainingStorage<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageProblem(folder, error) ?? error;
  }
}

export const corruptDatabase = (folder: string, cause: unknown): Problem => new Problem({ ...corrupt(folder), cause });

function storageProblem(folder: string, error: unknown): Problem | undefined {
  if (error instanceof Problem || !(error instanceof Error)) return undefined;
  const { code, errcode } = error as { code?: string; errcode?: number };
  const explain =
    errcode === undefined ? byFileCode[code ?? ""] : (bySqliteCode[errcode] ?? bySqliteCode[errcode & 0xff]);
  return explain && new Problem({ ...explain(folder), at: { file: folder }, cause: error });
}
