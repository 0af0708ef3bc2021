import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Design, DesignDocument } from "../../design/design.ts";
import { parseDesign } from "../../design/parse.ts";
import { pathText, type Path } from "../../design/unsettled.ts";
import { Problem } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";

const largestFileBytes = 4_000_000;

/**
 * Reads a design from a file: YAML, or TypeScript that default-exports `defineDesign({…})`.
 *
 * @throws {Problem} the one mistake; `AggregateError` of Problems when there are several
 */
export async function readDesign(file: string): Promise<DesignDocument> {
  mustBeReadable(file);
  if ([".ts", ".mts", ".js", ".mjs"].includes(extname(file))) return await importDesign(file);
  const bytes = readFileSync(file);
  if (bytes.includes(0))
    throw unreadable(
      file,
      "it holds zero bytes, so it is not a text",
      "give a YAML file; one saved as UTF-16 must be saved as UTF-8",
    );
  const { document, problems } = parseDesign(decode(bytes, file), file);
  if (document) return document;
  throw problems.length === 1 ? problems[0]! : new AggregateError(problems, `${problems.length} problems in ${file}`);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(file, "it is not UTF-8 text", "save it as UTF-8", cause);
  }
}

async function importDesign(file: string): Promise<DesignDocument> {
  const { default: design } = (await import(pathToFileURL(resolve(file)).href).catch((cause: unknown) => {
    if (cause instanceof Problem)
      throw new Problem({ code: cause.code, found: cause.found, fix: cause.fix, at: { ...cause.at, file }, cause });
    throw unreadable(
      file,
      `it cannot be loaded (${cause instanceof Error ? cause.message.split("\n")[0] : String(cause)})`,
      "mend the module; it should default-export `defineDesign({…})`",
      cause,
    );
  })) as { default?: Design };
  if (!design || typeof design !== "object" || !("plumbline" in design))
    throw unreadable(
      file,
      "it does not default-export a design",
      "write `export default defineDesign({ plumbline: 1, … })`",
    );
  const placeOf = (path: Path) => ({ file, path: pathText(path) });
  return { design, file, text: "", placeOf, spanOf: placeOf, writtenPath: (path) => path };
}

function mustBeReadable(file: string): void {
  try {
    const facts = statSync(file);
    if (facts.isDirectory())
      throw unreadable(
        file,
        "it is a folder",
        `name the file in it, such as \`${file.replace(/\/$/, "")}/${designsIn(file)[0] ?? "my.design.yaml"}\``,
      );
    if (facts.size > largestFileBytes)
      throw new Problem({
        code: "design/too-large",
        found: `The file has ${(facts.size / 1e6).toFixed(0)} MB; a design has at most ${largestFileBytes / 1e6} MB.`,
        fix: "give the design document; data belongs into the folder of `--data`",
        at: { file },
      });
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw notReadable(file, cause);
  }
}

function notReadable(file: string, cause: unknown): Problem {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") {
    const near = nearest(basename(file), designsIn(dirname(file)));
    return unreadable(
      file,
      "there is no such file",
      near
        ? `did you mean \`${dirname(file) === "." ? near : `${dirname(file)}/${near}`}\`?`
        : "check the path; `examples/grocery/grocery.design.yaml` is one to start from",
      cause,
    );
  }
  return unreadable(
    file,
    code === "EACCES" ? "permission is denied" : String((cause as Error).message),
    "make it readable for this user",
    cause,
  );
}

function designsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".design.yaml") || name.endsWith(".design.ts"));
  } catch {
    return []; // Only a suggestion: a folder that cannot be listed suggests nothing.
  }
}

function unreadable(file: string, why: string, fix: string, cause?: unknown): Problem {
  return new Problem({
    code: "design/unreadable",
    found: `The design cannot be read: ${why}.`,
    fix,
    at: { file },
    cause,
  });
}
