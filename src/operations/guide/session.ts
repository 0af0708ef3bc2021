import { answerEdits, overrideEdit, requireOpen } from "../../advice/guide/answer.ts";
import {
  nextQuestions,
  questionFor,
  type OpenQuestion,
  type Recommend,
  type Sitting,
} from "../../advice/guide/sitting.ts";
import { questions } from "../../advice/guide/questions.ts";
import { isModelling } from "../../advice/guide/gate.ts";
import { partsOf, type Plain } from "../../design/plain.ts";
import type { LensName } from "../../design/schema/design.ts";
import { Problem } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";
import type { Answers } from "./answers.ts";
import type { DesignFile } from "../files/design-file.ts";
import type { OperationContext, Prompt } from "../operation.ts";

/** An answer that was written into the document. */
export interface Written {
  readonly path: string;
  /** As it stands in the document now. */
  readonly words: string;
  readonly line?: number | undefined;
}

export interface SessionOutput {
  readonly file: string;
  readonly written: readonly Written[];
  /** What would be asked next. */
  readonly next: Sitting;
}

export interface SessionOptions {
  readonly lens?: LensName | undefined;
  readonly about?: string | undefined;
  readonly answers?: Answers | undefined;
  /** Why modelling begins although something is missing. */
  readonly anyway?: string | undefined;
  readonly most: number;
  readonly recommend: Recommend;
}

/** One sitting: asks, and writes each answer into the file at once, so that a stop loses nothing. */
export async function guideSession(
  target: DesignFile,
  options: SessionOptions,
  context: Pick<OperationContext, "ask" | "notice">,
): Promise<SessionOutput> {
  if (options.anyway) target.edit([overrideEdit(options.anyway)]);
  if (options.about === "model") requireOpen(target.document().design, "model");
  const { answers } = options;
  const written =
    answers && "byPath" in answers
      ? answerAll(target, answers.byPath, options)
      : await askAll(target, options, context);
  const { placeOf } = target.document();
  const placed = written.map((one) => ({ ...one, line: placeOf(partsOf(one.path)).line }));
  return { file: target.file, written: placed, next: sitting(target, options) };
}

const sitting = (target: DesignFile, { lens, about, most, recommend }: SessionOptions): Sitting =>
  nextQuestions(target.document().design, { lens, about, most, recommend });

/** Answers by path are all written, those about the model last, when it may have opened. */
function answerAll(target: DesignFile, byPath: ReadonlyMap<string, string>, { recommend }: SessionOptions): Written[] {
  const all = [...byPath].map(([path, words]) => ({ question: questionAt(path), words }));
  const order = [
    ...all.filter(({ question }) => !isModelling(question.path)),
    ...all.filter(({ question }) => isModelling(question.path)),
  ];
  return order.map(({ question, words }) => write(target, question.path, words, recommend));
}

function questionAt(path: string) {
  const question = questionFor(path);
  if (question) return question;
  const meant = nearest(
    path,
    questions.map((one) => one.path),
  );
  throw new Problem({
    code: "guide/unknown-question",
    found: `The guide asks no question that settles \`${path}\`.`,
    fix: meant
      ? `did you mean \`${meant}\`?`
      : `write it with \`plumb edit --set "${path}=…"\`, or see \`plumb ask --list\``,
  });
}

async function askAll(
  target: DesignFile,
  options: SessionOptions,
  context: Pick<OperationContext, "ask" | "notice">,
): Promise<Written[]> {
  const written: Written[] = [];
  const passed = new Set<string>();
  const inOrder = options.answers && "inOrder" in options.answers ? [...options.answers.inOrder] : undefined;
  const most = inOrder ? inOrder.length : options.most;
  for (let asked = 0; asked < most; asked++) {
    const open = nextOpen(target, options, passed);
    if (!open) break;
    const ask = inOrder ? async () => inOrder.shift() : context.ask;
    const answer = await askOne(target, open, { asked, most, ask, scripted: inOrder !== undefined }, options.recommend);
    if (answer === undefined) break;
    passed.add(open.question.path);
    written.push(answer);
  }
  return written;
}

function nextOpen(target: DesignFile, options: SessionOptions, passed: ReadonlySet<string>): OpenQuestion | undefined {
  const { lens, about, recommend } = options;
  const all = nextQuestions(target.document().design, { lens, about, recommend, most: Infinity });
  return all.ask.find(({ question }) => !passed.has(question.path));
}

interface Turn {
  readonly asked: number;
  readonly most: number;
  readonly ask: OperationContext["ask"];
  readonly scripted: boolean;
}

/** Asks until the answer can be written; no words leave it open, as `unknown`. @returns `undefined` when the person stops */
async function askOne(
  target: DesignFile,
  open: OpenQuestion,
  { asked, most, ask, scripted }: Turn,
  recommend: Recommend,
): Promise<Written | undefined> {
  const prompt = promptOf(open, `${asked + 1} of ${most} · ${open.section.title}`);
  for (let again: string | undefined; ;) {
    const words = await ask(prompt, again);
    if (words === undefined) return undefined;
    const said = words.trim() === "" && !open.recommended ? "unknown" : words;
    try {
      return write(target, open.question.path, said, recommend);
    } catch (error) {
      if (!(error instanceof Problem) || scripted || error.code === "design/changed-meanwhile") throw error;
      again = `${error.found} ${error.fix}`;
    }
  }
}

/** No words take what is recommended. */
function write(target: DesignFile, path: string, words: string, recommend: Recommend): Written {
  const question = questionAt(path);
  const { design } = target.document();
  const taken = words.trim() === "" ? recommend(design, path) : undefined;
  if (words.trim() === "" && !taken)
    throw new Problem({
      code: "guide/unreadable-answer",
      found: `There is no answer to \`${path}\`, and none can be recommended yet.`,
      fix: `answer it, such as \`${question.example}\`, or write \`unknown\``,
    });
  requireOpen(design, path);
  target.edit(taken ? [{ set: partsOf(path), to: taken.value }] : answerEdits(design, question, words));
  return { path, words: taken ? wordsOf(taken.value) : words.trim() };
}

/** The prompt for an open question. */
export function promptOf({ question, recommended }: OpenQuestion, head: string): Prompt {
  const { path, asks, why, example, choices } = question;
  return {
    head,
    path,
    asks,
    why,
    example,
    choices,
    recommended: recommended && { ...recommended, words: wordsOf(recommended.value) },
  };
}

/** A value in the words in which a person would have given it. */
export function wordsOf(value: Plain): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  const inner = typeof value === "object" ? Object.values(value) : [];
  if (inner.length === 1 && typeof inner[0] !== "object") return String(inner[0]);
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${wordsOf(inner)}`)
      .join(", ");
  return String(value);
}
