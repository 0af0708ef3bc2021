import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { manualClock } from "../../kit/clock.ts";
import { Problem } from "../../kit/problem.ts";
import { ingest, type IngestOptions } from "../ingest.ts";
import type { IngestReport } from "../ingest-report.ts";
import { parseCheck } from "../parse-check.ts";
import type { SourceDefinition } from "../source.ts";
import { openTables, type Tables } from "../table-store.ts";

/** The moment at which tests take data in. */
export const NOW = Date.UTC(2020, 5, 1);

/** Makes folders for one test file and removes them after its last test. */
export function madeFolders(): (files?: Record<string, string | Uint8Array>) => string {
  const made: string[] = [];
  afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  return (files = {}) => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-data-"));
    made.push(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  };
}

/** Ratings as most tests have them: `reader,book,rated_at,rating`. */
export function ratings({ checks = [], ...changes }: Changes = {}): SourceDefinition {
  return {
    name: "ratings",
    kind: "events",
    files: "ratings.csv",
    entities: { person: "reader", title: "book" },
    time: "rated_at",
    ...changes,
    checks: checks.map(parseCheck),
  };
}

type Changes = Partial<Omit<SourceDefinition, "checks">> & { readonly checks?: readonly string[] };

/** Takes a source in from a folder, with tables of its own. */
export async function ingested(
  root: string,
  source: SourceDefinition,
  options: Partial<IngestOptions> = {},
): Promise<{ report: IngestReport; rows: Record<string, unknown>[] }> {
  return await withTables(async (tables) => {
    const quarantineFolder = join(root, "quarantine");
    const report = await ingest(tables, source, { root, clock: manualClock(NOW), quarantineFolder, ...options });
    return { report, rows: await tables.rows(`SELECT * FROM ${report.table}`) };
  });
}

export async function withTables<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
  const tables = await openTables({ threads: 1, memoryLimitMb: 200 });
  try {
    return await work(tables);
  } finally {
    tables.close();
  }
}

/** The Problem that work ends in. */
export async function problemOf(work: Promise<unknown> | (() => unknown)): Promise<Problem> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (cause) {
    if (cause instanceof Problem) return cause;
    throw cause;
  }
  throw new Error("Nothing went wrong");
}
