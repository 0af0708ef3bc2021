import { Problem } from "../kit/problem.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a model comes from, so that a prediction can be followed back to its training rows. */
export interface Lineage {
  /** What names the training rows, such as a checksum of sources and window. */
  readonly dataVersion: string;
  /** Version or commit of the code that trained. */
  readonly codeVersion: string;
  readonly parameters: Json;
  readonly seed: number | string;
  /** Runtime, operating system, processor, libraries: whatever may change the bytes. */
  readonly environment: Readonly<Record<string, string>>;
  /** Models this one was trained from or on top of. */
  readonly parents?: readonly { readonly name: string; readonly version: number }[];
}

/** What is handed to the registry. */
export interface Entry {
  /** Letters, digits, `.`, `_`, `-`; begins with a letter or digit. */
  readonly name: string;
  /** What can read the files, such as `als`. */
  readonly kind: string;
  /** Bytes by file name; at least one file. */
  readonly artifacts: Readonly<Record<string, Uint8Array>>;
  readonly lineage: Lineage;
  /** Finite numbers only: a metric that nobody measured is left out. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the model expects as input, kept as given. */
  readonly featureSignature?: Json;
}

/** The parts of an entry that are kept as JSON. */
export interface EntryTexts {
  readonly lineage: string;
  readonly metrics: string;
  readonly featureSignature: string | null;
}

/** @throws {Problem} `registry/malformed-entry` when something in it could not be kept as it is */
export function checkEntry(entry: Entry): EntryTexts {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(entry.name)) {
    throw malformed(
      `The name \`${entry.name}\` cannot be registered.`,
      "name it with letters, digits, `.`, `_` and `-`, beginning with a letter or digit, at most 200 characters",
    );
  }
  const files = Object.keys(entry.artifacts);
  if (files.length === 0) throw malformed(`The entry ${entry.name} has no files.`, "register at least one file");
  for (const file of files) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) {
      throw malformed(`The file name \`${file}\` cannot be registered.`, "use letters, digits, `.`, `_` and `-`");
    }
  }
  return {
    lineage: jsonText(entry.lineage, "lineage"),
    metrics: jsonText(entry.metrics, "metrics"),
    featureSignature:
      entry.featureSignature === undefined ? null : jsonText(entry.featureSignature, "featureSignature"),
  };
}

function jsonText(value: unknown, part: string): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    const lost = typeof inner === "number" ? !Number.isFinite(inner) : typeof inner === "bigint";
    if (!lost) return inner;
    throw malformed(
      `In ${part}, \`${key}\` is ${String(inner)}, which cannot be kept.`,
      "leave out what was not measured, and write other numbers as plain finite numbers",
    );
  });
}

const malformed = (found: string, fix: string) => new Problem({ code: "registry/malformed-entry", found, fix });
