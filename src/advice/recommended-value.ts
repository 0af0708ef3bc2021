import type { Design } from "../design/design.ts";
import { requiredKeys } from "../design/schema-keys.ts";
import { designSchema } from "../design/schema/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { valueAt } from "./facts.ts";
import { isProposal, type PlainValue, type Proposal } from "./advice.ts";
import { fieldAdvice } from "./fields/index.ts";
import { subjects } from "./subjects/index.ts";
import type { FieldAdvice, FieldValue } from "./fields/field.ts";

const byPath: ReadonlyMap<string, FieldAdvice> = new Map(fieldAdvice.flat().map((advice) => [advice.at, advice]));

/** Every field that there is a recommendation for, with `[*]` for the items of a list. */
export const recommendedFields: readonly string[] = [...byPath.keys()];

/**
 * What a single field should hold, worked out from what the design says: by a rule for that field, else what a subject of
 * advice would write there.
 *
 * @param path  in the settled design, such as `["serving", "deadline"]` or `["data", "labels", 0, "window"]`
 * @returns `undefined` for a field without a rule or a subject, while what it is worked out from is not known, and while it could
 *   not be written because its group lacks a key that must come first
 */
export function recommendedValue(design: Design, path: Path): FieldValue | undefined {
  if (!canStand(design, path)) return undefined;
  return byRule(design, path) ?? bySubject(design, path) ?? byMembers(design, path);
}

function byRule(design: Design, path: Path): FieldValue | undefined {
  const index = path.find((part) => typeof part === "number") ?? 0;
  return byPath.get(pathText(path).replaceAll(/\[\d+\]/g, "[*]"))?.propose(design, index);
}

/** What a subject would write there, with its reasons. */
function bySubject(design: Design, path: Path): FieldValue | undefined {
  const text = pathText(path);
  for (const { propose } of subjects) {
    const answer = propose(design);
    const edit = isProposal(answer) && answer.edits.find((one) => pathText(one.path) === text);
    if (edit && isProposal(answer)) return fromProposal(edit.value, answer);
  }
  return undefined;
}

/** A whole group, put together from what is recommended for its keys; requirements are for a person to state. */
function byMembers(design: Design, path: Path): FieldValue | undefined {
  if (path.length < 2 || path[0] === "requirements" || valueAt(design, path) !== undefined) return undefined;
  const members = keysUnder(path).flatMap((key) => {
    const found = byRule(design, [...path, key]);
    return found ? [{ key, ...found }] : [];
  });
  const required = requiredKeys(designSchema, path);
  const complete = required.every((key) => members.some((member) => member.key === key));
  if (!complete || members.length < (required.length > 0 ? 1 : 2)) return undefined;
  return {
    value: Object.fromEntries(members.map(({ key, value }) => [key, value])),
    because: members.map(({ key, because }) => `${key}: ${because}`).join("; "),
    consequence: members.map(({ consequence }) => consequence).join(" "),
    facts: members.flatMap(({ facts }) => facts),
  };
}

/** The keys directly under a path that have a rule. */
function keysUnder(path: Path): string[] {
  const prefix = `${pathText(path)}.`;
  return recommendedFields
    .filter((field) => field.startsWith(prefix))
    .map((field) => field.slice(prefix.length))
    .filter((key) => /^\w+$/.test(key));
}

const fromProposal = (value: PlainValue, { reasons, consequence }: Proposal): FieldValue => ({
  value,
  because: reasons.map((reason) => reason.because).join("; "),
  consequence,
  facts: reasons.flatMap((reason) => reason.facts),
});

/** Whether every group on the way is there, or needs nothing but the next key of the path. */
const canStand = (design: Design, path: Path): boolean =>
  path.every((key, i) => {
    const group = path.slice(0, i);
    return valueAt(design, group) !== undefined || requiredKeys(designSchema, group).every((one) => one === key);
  });
