import type { Design } from "../../design/design.ts";
import { lensNamed, sectionOf, type Lens, type LensSection } from "../../design/lenses.ts";
import { partsOf, plainDesign, type Plain } from "../../design/plain.ts";
import type { LensName } from "../../design/schema/design.ts";
import { readUnsettled } from "../../design/unsettled.ts";
import { isModelling, missingForModel, modelOpen, type Missing } from "./gate.ts";
import { questions } from "./questions.ts";
import type { Question } from "./question.ts";

/** A recommended answer, worked out from what the design already says. */
export interface Recommendation {
  readonly value: Plain;
  readonly because: string;
  /** What follows from taking it. */
  readonly consequence: string;
}
export type Recommend = (design: Design, path: string) => Recommendation | undefined;

/** A question that is open in a design. */
export interface OpenQuestion {
  readonly question: Question;
  readonly section: LensSection;
  /** 1 where nothing is known, less where an answer can be worked out from what is known. */
  readonly uncertainty: number;
  /** Whether it was asked before and left open: the document says `unknown`. */
  readonly leftOpen: boolean;
  readonly recommended?: Recommendation | undefined;
}

/** What the guide asks next. */
export interface Sitting {
  readonly lens: Lens;
  /** At most five, in the order in which they should be asked. */
  readonly ask: readonly OpenQuestion[];
  /** Open questions in all, those of this sitting included. */
  readonly open: number;
  /** Questions that make sense for this design in all. */
  readonly all: number;
  /** What keeps modelling closed; empty when it is open. */
  readonly missing: readonly Missing[];
}

export interface SittingOptions {
  readonly lens?: LensName | undefined;
  /** Only questions of this stage or section of the lens, such as `data`. */
  readonly about?: string | undefined;
  readonly most?: number;
  readonly recommend?: Recommend;
}

/**
 * The least impact of each pass: everything that matters much is asked, section by section, before what matters less. What
 * was asked before and left open comes last, in a pass of its own.
 */
const passes = [4, 3, 1, 0] as const;
const worked = 0.7;

/**
 * The next questions of a design: in the lens's order what is open and matters most (impact × uncertainty), and nothing
 * about the model while the objective, the KPI or the scale is open.
 */
export function nextQuestions(design: Design, options: SittingOptions = {}): Sitting {
  const lens = lensNamed(options.lens ?? design.lens ?? "seven-stage");
  const fitting = questions.filter((question) => fits(question, design));
  const plain = plainDesign(design);
  const unsettled = fitting.filter(({ path }) => isOpen(plain, path));
  const mayModel = modelOpen(design);
  const asked = unsettled
    .filter(({ path }) => mayModel || !isModelling(path))
    .map((question) => opened(question, { design, lens, plain }, options.recommend))
    .filter(({ question, section }) => isAbout(question, section, options.about));
  return {
    lens,
    ask: inOrder(asked, lens).slice(0, options.most ?? 5),
    open: unsettled.length,
    all: fitting.length,
    missing: mayModel ? [] : missingForModel(design),
  };
}

/** The question that asks for a path, whether or not it is open. */
export function questionFor(path: string): Question | undefined {
  return questions.find((question) => question.path === path);
}

function fits({ systems, when }: Question, design: Design): boolean {
  const known = design.system === undefined || design.system === "other";
  return (systems === undefined || known || systems.includes(design.system!)) && (when === undefined || when(design));
}

/** Nothing stands at the path, or `unknown` does. What was put off or decided against is settled for now. */
const isOpen = (plain: Plain, path: string): boolean => stands(plain, path) !== "settled";

function stands(plain: Plain, path: string): "missing" | "unknown" | "settled" {
  let node: Plain | undefined = plain;
  for (const part of partsOf(path)) {
    const open = node === undefined ? undefined : readUnsettled(node);
    if (open) return open.kind === "unknown" ? "unknown" : "settled";
    if (typeof node !== "object") return node === undefined ? "missing" : "settled";
    node = (node as { readonly [key: string | number]: Plain })[part];
  }
  if (node === undefined || (Array.isArray(node) && node.length === 0)) return "missing";
  return readUnsettled(node)?.kind === "unknown" ? "unknown" : "settled";
}

interface Reading {
  readonly design: Design;
  readonly lens: Lens;
  readonly plain: Plain;
}

function opened(question: Question, { design, lens, plain }: Reading, recommend: Recommend | undefined): OpenQuestion {
  const recommended = recommend?.(design, question.path);
  return {
    question,
    section: sectionOf(lens, question.path) ?? lens.sections[0]!,
    uncertainty: recommended ? worked : 1,
    leftOpen: stands(plain, question.path) === "unknown",
    ...(recommended && { recommended }),
  };
}

function isAbout({ path }: Question, { title }: LensSection, about: string | undefined): boolean {
  if (about === undefined) return true;
  return path.split(/[.[]/)[0] === about || title.toLowerCase() === about.toLowerCase();
}

function inOrder(open: readonly OpenQuestion[], lens: Lens): OpenQuestion[] {
  const weight = ({ question, uncertainty }: OpenQuestion): number => question.impact * uncertainty;
  const place = ({ section }: OpenQuestion): number => lens.sections.indexOf(section);
  return passes.flatMap((least, i) =>
    open
      .filter(({ leftOpen, question: { impact } }) =>
        least === 0 ? leftOpen : !leftOpen && impact >= least && (i === 0 || impact < passes[i - 1]!),
      )
      .sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || weight(b) - weight(a)),
  );
}

/** The kind of system comes before everything else: it decides what is asked. */
const rank = ({ question }: OpenQuestion): number => (["system", "lens", "stage"].includes(question.path) ? 0 : 1);
