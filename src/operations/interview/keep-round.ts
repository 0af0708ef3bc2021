import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../kit/problem.ts";
import { journalHead, journalLine, readJournal, type Journal } from "../../interview/round/journal.ts";
import type { Note } from "../../interview/round/notes.ts";
import type { Input, RoundSetup } from "../../interview/record.ts";
import { inFolder, mustBeWritable, writeWhole } from "../../run/keep.ts";

export const journalName = "inputs.ndjson";
/** Notes of a led round; they are no inputs, and nothing goes on from them. */
export const notesName = "notes.ndjson";
export const debriefName = "debrief.json";

/** The folder of one round: what the candidate did goes to disk before it is answered. */
export interface RoundFolder {
  readonly folder: string;
  /** @throws {Problem} `run/bad-folder` */
  append(input: Input | Note): void;
  /** Writes a whole file. @returns its path */
  write(name: string, text: string): string;
}

/** @param nowMillis  names the folder, together with the problem */
export function beginRound(root: string, setup: RoundSetup, nowMillis: number, name = journalName): RoundFolder {
  const time = new Date(nowMillis).toISOString().slice(0, 19).replaceAll(":", "-");
  const folder = join(root, freeName(root, `${time}-${setup.problem}`));
  mustBeWritable(folder, "--folder");
  return folderAt(folder, journalHead(setup), name);
}

function freeName(root: string, name: string): string {
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(join(root, one))) return one;
  }
}

/**
 * The latest round that has no debrief yet.
 *
 * @throws {Problem} `interview/nothing-to-resume`, `interview/bad-journal`
 */
export function latestOpenRound(root: string): { readonly round: RoundFolder; readonly journal: Journal } {
  const names = existsSync(root) ? readdirSync(root).toSorted().toReversed() : [];
  const open = names.find(
    (name) => existsSync(join(root, name, journalName)) && !existsSync(join(root, name, debriefName)),
  );
  if (open === undefined)
    throw new Problem({
      code: "interview/nothing-to-resume",
      found: "No round is waiting to be gone on with.",
      fix: "begin one with `plumb interview`, or name its folder with `--folder`",
      at: { file: root },
    });
  const folder = join(root, open);
  const file = join(folder, journalName);
  const journal = readJournal(readFileSync(file, "utf8"), file);
  const whole = journalHead(journal.setup) + journal.inputs.map(journalLine).join("");
  if (journal.isTorn) writeWhole(folder, journalName, whole);
  return { round: folderAt(folder, ""), journal };
}

function folderAt(folder: string, begins: string, name = journalName): RoundFolder {
  const append = (text: string): void => inFolder(folder, () => appendToDisk(join(folder, name), text), "--folder");
  if (begins !== "") append(begins);
  return {
    folder,
    append: (input) => append(journalLine(input)),
    write: (name, text) => writeWhole(folder, name, text),
  };
}

function appendToDisk(file: string, text: string): void {
  const handle = openSync(file, "a");
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
