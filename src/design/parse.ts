import { Problem, type Place } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { deepFreeze, type Design, type DesignDocument, type DesignInput } from "./design.ts";
import { issueProblems, unknownKey, type Document } from "./issues.ts";
import { checkReferences } from "./references.ts";
import { designSchema, type DesignValue } from "./schema/design.ts";
import { acceptsKey } from "./schema-keys.ts";
import { pathText, takeUnsettled, type Path, type Settled } from "./unsettled.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

export interface ParseResult {
  /** Absent when there is any problem. */
  readonly document?: DesignDocument;
  /** In the order of their places. */
  readonly problems: readonly Problem[];
}

const shownProblems = 100;

/**
 * Reads a design document. Every mistake is reported at once, each with its line and column.
 *
 * @param text  YAML; a partial document is legal, three lines are a design
 * @param file  name shown in places
 */
export function parseDesign(text: string, file = "design.yaml"): ParseResult {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems };
  const misfit = notADesign(source);
  if (misfit) return { problems: [misfit] };
  const { design, problems: wrong, writtenPath } = checkTree(source.value, source);
  if (!design) return { problems: wrong };
  const [placeOf, spanOf] = [source.placeOf, source.spanOf].map((find) => (path: Path) => find(writtenPath(path)));
  return { document: { design, file, text, placeOf: placeOf!, spanOf: spanOf!, writtenPath }, problems: [] };
}

/**
 * Checks a design written in TypeScript; gives the same value as the same design in YAML.
 *
 * @throws {Problem} the first mistake
 */
export function defineDesign(input: DesignInput): Design {
  const place = (path: Path): Place => ({ path: pathText(path) });
  const { design, problems } = checkTree(input, { placeOf: place, placeOfKey: place });
  if (!design) throw problems[0]!;
  return design;
}

type Places = Pick<YamlSource, "placeOf" | "placeOfKey">;
type Checked = Pick<Settled, "writtenPath"> & { design?: Design; problems: Problem[] };

function checkTree(tree: unknown, places: Places): Checked {
  const settling = takeUnsettled(tree);
  const { settled, unsettled, writtenPath } = settling;
  const document: Document = {
    tree,
    placeOf: (path) => places.placeOf(writtenPath(path)),
    placeOfKey: (path) => places.placeOfKey(writtenPath(path)),
    writtenPath,
  };
  const checked = designSchema.safeParse(settled);
  const problems = firstOf(
    openUnknownKeys(settling, { ...document, ...places, writtenPath: (path) => path }),
    checked.success ? [] : issueProblems(checked.error.issues, document),
    checkReferences(settled, unsettled, document),
  );
  if (!checked.success || problems.length > 0) return { problems, writtenPath };
  return { design: deepFreeze({ ...checked.data, unsettled }) as unknown as Design, problems, writtenPath };
}

/** A misspelt key whose value is open would otherwise be taken out before anybody looks at it. */
function* openUnknownKeys({ paths }: Settled, document: Document): Generator<Problem> {
  for (const path of paths) {
    const key = path.at(-1);
    if (typeof key === "string" && !acceptsKey(designSchema, path.slice(0, -1), key))
      yield unknownKey(path.slice(0, -1), key, document);
  }
}

/** Problems sorted by place, and a last one that says so when there are too many to list. */
function firstOf(...sources: Iterable<Problem>[]): Problem[] {
  const problems: Problem[] = [];
  for (const source of sources) {
    for (const problem of source) {
      if (problems.length === shownProblems) return [...sorted(problems), tooMany(problem.at)];
      problems.push(problem);
    }
  }
  return sorted(problems);
}

const sorted = (problems: Problem[]): Problem[] =>
  problems.sort(({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0));

function tooMany(at: Place | undefined): Problem {
  return new Problem({
    code: "design/too-many-mistakes",
    found: `There are more than ${shownProblems} mistakes; the others are not listed.`,
    fix: "mend these first",
    at,
  });
}

function notADesign({ value, placeOf }: YamlSource): Problem | undefined {
  const isMapping = value !== null && typeof value === "object" && !Array.isArray(value);
  if (isMapping && Object.hasOwn(value, "plumbline")) {
    const version = (value as Record<string, unknown>)["plumbline"];
    if (typeof version !== "number" || version === 1) return undefined;
    return new Problem({
      code: "design/not-a-design",
      found: `The document is written in format ${version}, and this version of Plumbline reads format 1.`,
      fix: "write `plumbline: 1`, or use the version of Plumbline that the document was written for",
      at: placeOf(["plumbline"]),
    });
  }
  const meant = isMapping
    ? Object.keys(value)
        .slice(0, 20)
        .find((key) => nearest(key, ["plumbline"]))
    : undefined;
  const found =
    value === null || value === undefined
      ? "The file is empty."
      : isMapping
        ? "The document does not say which format it has."
        : "The document is not a mapping of keys to values.";
  return new Problem({
    code: "design/not-a-design",
    found,
    fix: meant
      ? `write \`plumbline: 1\` instead of \`${meant}\``
      : "start with `plumbline: 1`, then `name:` and the stages",
    at: placeOf(meant ? [meant] : []),
  });
}

export type { DesignValue };
