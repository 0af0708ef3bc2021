import type { QuantityKind } from "../../kit/quantity.ts";
import type { BlockNumbers } from "./block-numbers.ts";
import { leafOf, setLeaf, toPath } from "./draft.ts";
import type { Entry } from "./lexicon/index.ts";
import { claim, type Found, type State } from "./state.ts";
import type { Statement } from "./statement.ts";
import { cautionOf } from "./traps.ts";

const kinds: Readonly<Record<string, QuantityKind>> = {
  "requirements.scale.users": "count",
  "requirements.scale.items": "count",
  "requirements.scale.requests.peak": "rate",
  "requirements.scale.requests.average": "rate",
  "requirements.scale.events": "rate",
  "requirements.scale.growth": "growth",
  "requirements.constraints.availability": "share",
  "requirements.constraints.budget": "money",
  "requirements.constraints.team.engineers": "count",
  "data.labels[0].window": "duration",
  "data.retention": "duration",
  "serving.deadline": "duration",
};

/** `Users: 10M`: the one number of the right kind behind a label that names its place. */
export function placeLabelled(entry: Entry, { value }: Statement, { found }: BlockNumbers, state: State): void {
  const kind = kinds[entry.path];
  const fitting = found.filter(({ raw, why }) => raw.kind === kind && raw.quantity !== undefined && why === undefined);
  const [one] = fitting;
  if (!one || fitting.length > 1 || !nounAgrees(entry, one)) return;
  const caution = entry.path.startsWith("requirements.scale") ? undefined : cautionOf(value.text);
  if (caution) one.why = caution;
  else if (entry.path.endsWith("engineers")) wholeNumber(entry, one, state);
  else claim(state, toPath(entry.path), one, one.raw.quantity!);
}

function wholeNumber(entry: Entry, found: Found, state: State): void {
  const whole = Number(found.raw.quantity);
  if (Number.isInteger(whole)) claim(state, toPath(entry.path), found, whole);
}

/** Under `Users` a number of orders is not the number of users. */
function nounAgrees({ path }: Entry, { raw }: Found): boolean {
  const wanted =
    /\.(users|items|events|engineers)$/.exec(path)?.[1] ?? (path.includes(".requests.") ? "requests" : undefined);
  return !wanted || raw.noun === undefined || raw.noun === wanted;
}

/** Writes words where a number was asked for and none is stated. */
export function placeOpen(path: string, span: readonly [number, number], state: State): boolean {
  return setLeaf(state.root, toPath(path), leafOf("unknown", span)).done === "written";
}
