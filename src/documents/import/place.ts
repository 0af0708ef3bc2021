import { blockNumbers, placeNumbers, type BlockNumbers } from "./block-numbers.ts";
import type { Block, Heading } from "./blocks.ts";
import { contextOf, type Context } from "./context.ts";
import { addWords, leafOf, openList, setLeaf, toPath, nodeAt, isLeaf } from "./draft.ts";
import {
  decisionsOf,
  placeDecision,
  placeFeature,
  placeLabel,
  placeRecord,
  placeRisk,
  placeSource,
  placeStep,
  type Item,
} from "./items.ts";
import { lookUp, stageOf, type Entry } from "./lexicon/index.ts";
import { choices } from "./lexicon/names.ts";
import { placeDiagram } from "./place-diagram.ts";
import { placeLabelled } from "./place-labelled.ts";
import { placeMetricItem } from "./metric-item.ts";
import { placePhrases } from "./place-phrases.ts";
import { part, spanOfPlain, type Plain } from "./plain.ts";
import { putAside, type State } from "./state.ts";
import { statementOf, together, type Statement } from "./statement.ts";
import { rowOf, tableKind } from "./tables.ts";
import { isDeferral, isOpen, isPrompt, isToReviewer, sentencesOf } from "./traps.ts";
import { folded } from "./words.ts";
import { templateLine } from "./lexicon/template-lines.ts";

const mostWords = 1200;

/** Puts what one block says where it belongs in the design. */
export function placeBlock(block: Block, state: State): void {
  const context = contextOf(block, state.title);
  if (block.kind === "heading") return placeHeading(block, context, state);
  if (block.kind === "code") return placeCode(block, context, state);
  const said = withoutReviewer(block, state);
  if (!said) return;
  if (context.under === "outOfScope") return outOfScope(said, context, state);
  if (context.under === "later") return putOff(said, context, state);
  const statement = statementOf(said);
  const entry = entryOf(statement, context);
  if (entry?.path === "requirements.outOfScope" && statement.label)
    return outOfScope(said, context, state, statement.value);
  if (notAnswered(said, statement, entry, context, state)) return;
  for (const heading of block.trail) state.answered.add(heading);
  if (!placeStatement(said, statement, entry, context, state)) leave(said, context, state);
}

/** What the label of a statement asks for, or else the heading over it. */
function entryOf({ label, cells }: Statement, context: Context): Entry | undefined {
  const stage = context.stage;
  const own = label && lookUp(label.text, stage);
  return own && !(cells.length > 1 && own.as === "stage") ? own : context.entry;
}

function placeHeading(block: Block, context: Context, state: State): void {
  if (block.trail.at(-1) === state.title) {
    placeNumbers(blockNumbers(block, undefined, state), block, undefined, { ...context, stage: "" }, state);
    return;
  }
  if (context.entry && context.nearest && lookUp(block.plain.text, stageAbove(block, state)))
    ask(context.entry, spanOfPlain(block.plain), state, context.nearest);
  placeNumbers(blockNumbers(block, undefined, state), block, undefined, context, state);
}

const stageAbove = (block: Block, state: State): string =>
  contextOf({ ...block, trail: block.trail.slice(0, -1) }, state.title).stage;

/** Notes that a place is asked for; it stays `unknown` if nothing in the document answers. */
function ask(entry: Entry, span: readonly [number, number], state: State, heading?: Heading): void {
  if (["later", "ignored", "decisions"].includes(entry.as) || /[:[]/.test(entry.path)) return;
  if (entry.path === "requirements.outOfScope" || entry.path === "architecture") return;
  if (!state.asked.has(entry.path)) state.asked.set(entry.path, { span, heading });
}

function placeCode(block: Block, context: Context, state: State): void {
  if (/^mermaid$/i.test(block.language ?? "") && placeDiagram(block, state)) {
    for (const heading of block.trail) state.answered.add(heading);
    return;
  }
  const numbers = blockNumbers(block, undefined, state);
  for (const found of numbers.found) found.why = "it stands in a block of code";
  leave(block, context, state);
}

/** The block without its sentences that speak to the reviewer; `undefined` when nothing is left. */
function withoutReviewer(block: Block, state: State): Block | undefined {
  if (!isToReviewer(block.plain.text)) return block;
  const sentences = sentencesOf(block.plain);
  const to =
    block.cells || sentences.every(({ plain }) => !isToReviewer(plain.text))
      ? sentences
      : sentences.filter(({ plain }) => isToReviewer(plain.text));
  for (const { plain } of to) {
    putAside(state, "to-reviewer", plain);
    for (const found of blockNumbers({ ...block, plain }, undefined, state).found)
      found.why = "it stands in a sentence to the reviewer";
  }
  const kept = sentences.filter((sentence) => !to.includes(sentence)).map(({ plain }) => plain);
  if (kept.length === 0) return undefined;
  const plain = together(kept);
  return { ...block, plain, start: plain.at[0]!, end: plain.at.at(-1)! };
}

function outOfScope(block: Block, context: Context, state: State, value?: Plain): void {
  const whole = value ?? block.plain;
  if (value?.text === "" || (block.kind === "paragraph" && block.plain.text.endsWith(":"))) return;
  putAside(state, "out-of-scope", block.plain);
  for (const found of blockNumbers(block, undefined, state).found)
    found.why = "it stands in a list of what is out of scope";
  if (isOpen(whole.text) || isPrompt(whole.text, block.italic ?? false)) return;
  const items = openList(state.root, ["requirements", "outOfScope"]);
  if (!items) return leave(block, context, state);
  for (const one of value || block.kind === "paragraph" ? listParts(whole) : [whole])
    items.list.push(leafOf(oneLine(one.text), spanOfPlain(one)));
}

/** What stands under `Later` is put off, where the format has a place for it. */
function putOff(block: Block, context: Context, state: State): void {
  putAside(state, "deferral", block.plain);
  for (const found of blockNumbers(block, undefined, state).found) found.why = "it is put off to later";
  const entry = lookUp(statementOf(block).label?.text ?? block.plain.text, undefined);
  const when = oneLine(`later: listed under ${context.heading}`);
  if (
    !entry ||
    !deferrable(entry) ||
    setLeaf(state.root, toPath(entry.path), leafOf(when, spanOfPlain(block.plain))).done !== "written"
  )
    leave(block, context, state);
}

const deferrable = ({ path, as }: Entry): boolean =>
  !/[:[]/.test(path) && !["later", "ignored", "decisions"].includes(as);

/** Prompts, open questions and deferrals. @returns whether the block is one */
function notAnswered(
  block: Block,
  { label, value, cells }: Statement,
  entry: Entry | undefined,
  context: Context,
  state: State,
): boolean {
  if (label && isDeferral(label.text) && label.text.split(/\s+/).length <= 2)
    return deferred(block, block.plain, context.entry, state);
  const text = value.text;
  if (cells.length > 1) return false;
  const own = label ? lookUp(label.text, context.stage) : entry;
  if (text === "" || isOpen(text)) {
    if (text !== "") aside(block, value, "open", "it stands where something is still open", state);
    if (text === "" && !own) return nests(label, block);
    if (own) ask(own, spanOfPlain(block.plain), state);
    return true;
  }
  if (
    templateLine(block.plain.text) ||
    templateLine(text) ||
    isPrompt(text, block.italic ?? false) ||
    isPrompt(block.plain.text, block.italic ?? false)
  ) {
    aside(block, block.plain, "prompt", "it stands in a prompt or a question", state);
    if (own) ask(own, spanOfPlain(block.plain), state);
    return true;
  }
  return deferred(block, value, own, state);
}

function aside(block: Block, plain: Plain, kind: "open" | "prompt", why: string, state: State): void {
  const whole = plain === block.plain && block.kind !== "row";
  if (whole) state.setAside.push({ kind, span: [block.start, block.end] });
  else putAside(state, kind, plain);
  for (const found of blockNumbers(block, undefined, state).found) found.why = why;
}

/** A label without words behind it only introduces what follows. */
const nests = (label: Plain | undefined, block: Block): boolean => label !== undefined && block.kind !== "row";

function deferred(block: Block, value: Plain, entry: Entry | undefined, state: State): boolean {
  const words = value.text.split(/\s+/).length;
  if (!entry || !deferrable(entry) || words > 12 || !isDeferral(value.text)) return false;
  if (blockNumbers(block, undefined, state, true).found.length > 0) return false;
  putAside(state, "deferral", block.plain);
  const when = oneLine(`later: ${value.text.replace(/^(?:later|später|plus tard|más adelante)\s*[:,–—-]\s*/iu, "")}`);
  return setLeaf(state.root, toPath(entry.path), leafOf(when, spanOfPlain(value))).done === "written";
}

function placeStatement(
  block: Block,
  statement: Statement,
  entry: Entry | undefined,
  context: Context,
  state: State,
): boolean {
  const numbers = blockNumbers(block, statement, state);
  const inner = entry && entry !== context.entry ? { ...context, stage: stageFor(entry, context) } : context;
  if (entry?.as === "number") placeLabelled(entry, statement, numbers, state);
  const done = byReading(block, statement, entry, numbers, inner, state);
  placePhrases(block, inner, state);
  placeNumbers(numbers, block, statement, inner, state);
  return done || onlyNumbers(block, statement, numbers);
}

const stageFor = (entry: Entry, context: Context): string =>
  ["later", "ignored", "system", "stage", "decisions"].includes(entry.path) ? context.stage : stageOf(entry.path);

/** A short line whose every number has its place says nothing else. */
function onlyNumbers(block: Block, statement: Statement, { found }: BlockNumbers): boolean {
  const words =
    block.kind === "row"
      ? statement.cells.filter(({ text }) => text !== "").length * 4
      : block.plain.text.split(/\s+/).length;
  return found.length > 0 && words <= 14 && found.every(({ leaf }) => leaf !== undefined);
}

function byReading(
  block: Block,
  statement: Statement,
  entry: Entry | undefined,
  numbers: BlockNumbers,
  context: Context,
  state: State,
): boolean {
  const row = rowOf(block);
  const group = entry?.path.split(":")[1];
  const item: Item = { statement, whole: block.plain, row, numbers: numbers.found, group };
  const record = recordPart(block, statement);
  if (record) return placeRecord(record.title, record.key, record.words, decisionsOf(context.stage), state);
  const kind = block.kind === "row" ? tableKind(row) : undefined;
  const as = kind ?? entry?.as;
  const listed = block.kind !== "paragraph" || statement.label !== undefined;
  if (as === "words") return placeWords(entry!, statement, block, context, state);
  if (as === "list") return placeList(entry!, statement, block, context, state);
  if (as === "choice") return placeChoice(entry!, statement, context, state);
  if (as === "sources") return listed && placeSource(item, state);
  if (as === "labels") return placeLabel(item, state);
  if (as === "features" && listed) return placeFeature(item, state);
  if (as === "risks") return listed && placeRisk(item, state);
  if (as === "steps") return placeStep(item, state);
  if (as === "decisions") return (listed || block.plain.text.length < 300) && placeDecision(item, context.stage, state);
  if (as === "metrics" || as === "offline" || as === "online" || as === "guardrails")
    return placeMetricItem(item, as === "metrics" ? familyOf(entry) : as, block, state);
  return context.stage === "metrics" && listed
    ? placeMetricItem(item, undefined, block, state)
    : placeChosen(block, context, state);
}

const familyOf = (entry: Entry | undefined): "offline" | "online" | "guardrails" | undefined =>
  entry?.as === "offline" || entry?.as === "online" || entry?.as === "guardrails" ? entry.as : undefined;

/** `We chose A over B because C`, wherever it stands. */
function placeChosen(block: Block, context: Context, state: State): boolean {
  if (
    block.kind === "row" ||
    !/\b(?:over|instead of|rather than|statt|anstelle|plut[oô]t que|au lieu de|en lugar de|en vez de)\b/iu.test(
      block.plain.text,
    )
  )
    return false;
  const sentences = sentencesOf(block.plain);
  const match = /^(?:we (?:chose|picked|selected)|wir haben uns|nous avons choisi|elegimos|hemos elegido)\b/iu;
  const picked = sentences.filter(({ plain }) => match.test(plain.text));
  if (picked.length !== sentences.length || picked.length !== 1) return false;
  const whole = picked[0]!.plain;
  return placeDecision(
    { statement: { label: undefined, value: whole, cells: [] }, whole, row: new Map(), numbers: [], group: undefined },
    context.stage,
    state,
  );
}

const RECORD = /^(?:adr|decision record|entscheidung|decision|décision|decisión)[ -]*#?\d+\s*[:.–—-]?\s*/iu;
const recordKeys: readonly (readonly [key: "chose" | "over" | "because", says: RegExp])[] = [
  ["chose", /^(?:decision|entscheidung|eleccion)$/],
  ["over", /^(?:alternatives?(?: considered)?|options considered|alternativen|alternativas)$/],
  ["because", /^(?:context|rationale|reason|because|kontext|begrundung|contexte|raison|contexto|motivo)$/],
];

/** A paragraph of an architecture decision record, by the heading or label over it. */
function recordPart(
  block: Block,
  { label, value }: Statement,
): { title: Plain; key: "chose" | "over" | "because"; words: Plain } | undefined {
  const at = block.trail.findLastIndex(({ plain }) => RECORD.test(plain.text));
  const heading = block.trail[at]?.plain;
  if (!heading) return undefined;
  const title = part(heading, RECORD.exec(heading.text)![0].length);
  const under = label ?? block.trail[at + 1]?.plain;
  const key = under && recordKeys.find(([, says]) => says.test(folded(under.text)))?.[0];
  return key && title.text !== "" ? { title, key, words: label ? value : block.plain } : undefined;
}

function placeWords(entry: Entry, { label, value }: Statement, block: Block, context: Context, state: State): boolean {
  const own = label && entry !== context.entry;
  const plain = own ? value : block.plain;
  return addWords(
    state.root,
    toPath(entry.path),
    oneLine(plain.text),
    spanOfPlain(plain),
    mostWords,
    block.kind === "item" ? "; " : " ",
  );
}

function placeList(entry: Entry, { label, value }: Statement, block: Block, context: Context, state: State): boolean {
  const own = label && entry !== context.entry;
  const items = openList(state.root, toPath(entry.path));
  if (!items) return false;
  const parts = own ? listParts(value) : block.kind === "paragraph" ? listParts(block.plain) : [block.plain];
  for (const one of parts) items.list.push(leafOf(oneLine(one.text), spanOfPlain(one)));
  return true;
}

/** `search, e-mail and push` → its parts; a sentence stays whole. */
function listParts(plain: Plain): Plain[] {
  const body = plain.text.replace(/[.\s]+$/, "");
  const gaps = [...body.matchAll(/\s*[;,]\s+|\s+(?:and|und|et|y)\s+/gu)];
  const ends = [...gaps.map(({ index }) => index), body.length];
  const starts = [0, ...gaps.map(({ index, 0: gap }) => index + gap.length)];
  const parts = ends.map((end, i) => part(plain, starts[i]!, end)).filter(({ text }) => text !== "");
  const isList = parts.length > 1 && parts.every(({ text }) => text.split(/\s+/).length <= 4) && !/[.!?]\s/.test(body);
  return isList ? parts : [plain];
}

/** A value that must be one of a few: the one whose words stand there, if it is only one. */
function placeChoice(entry: Entry, { label, value }: Statement, context: Context, state: State): boolean {
  const first = /^.*?(?:[.;](?=\s)|$)/su.exec(value.text)![0];
  const text = folded(label && entry === context.entry ? `${label.text} ${first}` : first);
  const fitting = (choices[entry.path] ?? []).filter(([, says]) => says.test(text)).map(([word]) => word);
  const span = spanOfPlain(value);
  const path = toPath(entry.path);
  if (entry.path === "serving.fallback" && fitting.length === 0)
    return setLeaf(state.root, [...path, 0, "other"], leafOf(oneLine(value.text), span)).done === "written";
  if (fitting.length !== 1) return false;
  const grouped = entry.path === "model.baseline" || entry.path === "model.rank";
  const there = nodeAt(state.root, path);
  if (isLeaf(there) && there.value !== "unknown") return false;
  if (setLeaf(state.root, grouped ? [...path, "kind"] : path, leafOf(fitting[0]!, span)).done === "differs")
    return false;
  if (entry.path === "model.baseline" && value.text.split(/\s+/).length > 2)
    return setLeaf(state.root, [...path, "about"], leafOf(oneLine(value.text), span)).done === "written";
  return value.text.split(/\s+/).length <= 4;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Keeps a block that has no place. */
export function leave(block: Block, context: Context, state: State): void {
  for (const heading of block.trail) state.answered.add(heading);
  state.leftovers.push({
    span: [block.start, block.end],
    heading: context.heading,
    stage: context.stage,
    text: block.plain.text,
  });
}
