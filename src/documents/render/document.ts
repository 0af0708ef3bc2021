import type { Claim } from "../../design/claims.ts";
import { sectionOf, startsWith, type Lens, type LensSection } from "../../design/lenses.ts";
import { partsOf, plainDesign, type Plain } from "../../design/plain.ts";
import type { DesignDocument } from "../../design/design.ts";
import { blocksOf, decisionBlocks, type Surroundings } from "./blocks-of.ts";
import { plainSpan, soft, type Block, type Span } from "./block.ts";
import { isGroup, isList, valueSpans } from "./values.ts";
import { keyWords, nameWords } from "./words.ts";

/** The latest verdict on a claim, as far as a reader of the document needs it. */
export interface ShownVerdict {
  readonly status: "holds" | "broken" | "inconclusive" | "untested";
  /** The measured value with its interval, in words; absent where nothing was measured. */
  readonly measured?: string | undefined;
}

/** A picture to place at the head of the section that a path belongs to. */
export interface PlacedPicture {
  readonly at: string;
  readonly title: string;
  readonly svg?: string;
  readonly mermaid?: string;
}

export interface DocumentOptions {
  readonly lens: Lens;
  /** Every claim of the design. */
  readonly claims: readonly Claim[];
  /** Claim id → its latest verdict. */
  readonly verdicts?: ReadonlyMap<string, ShownVerdict>;
  readonly pictures?: readonly PlacedPicture[];
}

/** A design as a document through a lens: its sections in the lens's order, what is open marked, claims with verdicts. */
export function documentBlocks({ design, file }: DesignDocument, options: DocumentOptions): Block[] {
  const plain = plainDesign(design);
  const title = typeof plain["title"] === "string" ? plain["title"] : nameWords(design.name);
  return [
    { kind: "heading", level: 1, text: title },
    { kind: "paragraph", spans: headSpans(plain, file, options) },
    ...options.lens.sections.flatMap((section) => sectionBlocks(section, plain, options)),
    ...claimBlocks(options),
  ];
}

function headSpans(plain: { readonly [key: string]: Plain }, file: string, { lens, claims }: DocumentOptions): Span[] {
  const facts = [plain["system"], plain["stage"]].filter((one) => typeof one === "string");
  const name = file.split(/[\\/]/).at(-1)!;
  return [
    soft([...facts, `${claims.length} claims`, `read through the lens “${lens.title}”`, `from ${name}`].join(" · ")),
  ];
}

const headKeys: readonly string[] = ["title", "system", "stage"];

function sectionBlocks(
  section: LensSection,
  plain: { readonly [key: string]: Plain },
  options: DocumentOptions,
): Block[] {
  const around = surroundingsOf(section, options);
  const parts = section.paths
    .filter((path) => !headKeys.includes(path) && !below(path, section))
    .flatMap((path) => partBlocks(path, plain, section, around));
  const pictures = (options.pictures ?? []).filter(({ at }) => sectionOf(options.lens, at) === section);
  return [
    { kind: "heading", level: 2, text: section.title },
    { kind: "paragraph", spans: [soft(section.about)] },
    ...pictures.map(({ at: _at, ...picture }): Block => ({ kind: "picture", ...picture })),
    ...(parts.length > 0 ? parts : [nothingYet(section)]),
  ];
}

/** A path that lies below another of the same section is shown there. */
const below = (path: string, { paths }: LensSection): boolean =>
  paths.some((other) => other !== path && startsWith(path, other));

function nothingYet({ opens }: LensSection): Block {
  return { kind: "paragraph", spans: [{ text: "not written yet", as: "unknown" }, plainSpan(`  ${opens}`)] };
}

function partBlocks(
  path: string,
  plain: { readonly [key: string]: Plain },
  section: LensSection,
  around: Surroundings,
): Block[] {
  const value = partsOf(path).reduce<Plain | undefined>(
    (node, part) => (isGroup(node) ? node[String(part)] : undefined),
    plain,
  );
  if (value === undefined) return [];
  if (path === "decisions" && isList(value)) return decisionBlocks(value);
  if (path === "notes") return [{ kind: "paragraph", spans: valueSpans(value) }];
  const named = keyWords(path) === section.title;
  return blocksOf(path, value, named ? 2 : 3, around);
}

function surroundingsOf(section: LensSection, options: DocumentOptions): Surroundings {
  const byPath = Map.groupBy(
    options.claims.filter(({ id }) => options.verdicts?.has(id)),
    ({ path }) => path,
  );
  return {
    elsewhere: (path) => sectionOf(options.lens, path) !== section,
    marks: (path) => (byPath.get(path) ?? []).flatMap(({ id }) => markOf(options.verdicts!.get(id)!)),
  };
}

const markOf = ({ status, measured }: ShownVerdict): Span[] =>
  status === "untested" ? [] : [plainSpan(" "), { text: measured ? `${status}: ${measured}` : status, as: status }];

/** Everything the design promises, by section of the lens. */
function claimBlocks({ claims, lens, verdicts }: DocumentOptions): Block[] {
  if (claims.length === 0) return [];
  const rows = lens.sections.flatMap((section) =>
    claims
      .filter(({ path }) => sectionOf(lens, path) === section)
      .map((claim): Span[][] => [
        [plainSpan(claim.sentence)],
        [plainSpan(claim.place.line === undefined ? "" : String(claim.place.line))],
        ...(verdicts ? [verdictSpans(verdicts.get(claim.id))] : []),
      ]),
  );
  return [
    { kind: "heading", level: 2, text: "What this design promises" },
    { kind: "paragraph", spans: [soft(promiseWords(claims, verdicts))] },
    { kind: "table", head: ["Claim", "Line", ...(verdicts ? ["Verdict"] : [])], rows },
  ];
}

function promiseWords(claims: readonly Claim[], verdicts: DocumentOptions["verdicts"]): string {
  if (!verdicts) return `${claims.length} claims, none held against a running system yet.`;
  const counts = (["broken", "inconclusive", "holds", "untested"] as const).map((status) => {
    const count = claims.filter(({ id }) => (verdicts.get(id)?.status ?? "untested") === status).length;
    return `${count} ${status === "holds" ? "hold" : status}`;
  });
  return `${claims.length} claims: ${counts.join(", ")}.`;
}

function verdictSpans(verdict: ShownVerdict | undefined): Span[] {
  const { status, measured } = verdict ?? { status: "untested" as const };
  return [{ text: status, as: status }, ...(measured ? [plainSpan(` ${measured}`)] : [])];
}
