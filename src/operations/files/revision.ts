import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseDesign } from "../../design/parse.ts";
import type { DesignDocument } from "../../design/design.ts";
import { Problem } from "../../kit/problem.ts";
import { readDesign } from "./read-design.ts";

/**
 * Reads a design from a file, or from git as `REVISION:FILE`.
 *
 * @throws {Problem} as `readDesign`, and `design/no-such-revision`
 */
export async function readRevision(name: string): Promise<DesignDocument> {
  const match = /^([^:]{2,}):(.+)$/.exec(name);
  if (!match || existsSync(name)) return readDesign(name);
  const { document, problems } = parseDesign(show(match[1]!, match[2]!), name);
  if (document) return document;
  throw problems.length === 1 ? problems[0]! : new AggregateError(problems, `${problems.length} problems in ${name}`);
}

function show(revision: string, file: string): string {
  if (revision.startsWith("-")) throw noRevision(revision, file, "is not a revision");
  try {
    const folder = existsSync(dirname(file)) ? dirname(file) : ".";
    const path = folder === "." ? file : basename(file);
    return execFileSync("git", ["show", `${revision}:./${path}`], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 4_000_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (cause) {
    const said = String((cause as { stderr?: unknown }).stderr ?? (cause as Error).message);
    throw noRevision(revision, file, said.split("\n")[0]!.replace(/^fatal: /, "git says: "), cause);
  }
}

function noRevision(revision: string, file: string, why: string, cause?: unknown): Problem {
  return new Problem({
    code: "design/no-such-revision",
    found: `\`${revision}:${file}\` cannot be had (${why}).`,
    fix: "name a file, or a file at a revision that git knows, such as `HEAD~1:my.design.yaml`",
    cause,
  });
}
