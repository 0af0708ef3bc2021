import { identifier, literal } from "../table-store.ts";
import { numberSql } from "../cast.ts";
import { COLUMN, columnOf, NUMBER, type CheckKind } from "./check.ts";

const FORM = new RegExp(`^${COLUMN}\\s+in\\s*\\((?<list>.+)\\)$`, "u");
const WHOLE_NUMBER_TEXT = new RegExp(`^${NUMBER}$`);
const ITEM = /\s*(?:'((?:[^']|'')*)'|"([^"]*)"|([^,'"]+?))\s*(?:,|$)/gy;

/** `status in (paid, 'sent, late')`: the value is in the list; numbers are compared as numbers. Empty values pass. */
export const oneOf: CheckKind = {
  kind: "one-of",
  form: "status in (new, paid, sent)",
  read(text) {
    const match = FORM.exec(text);
    const values = match && listItems(match.groups!.list!);
    if (!match || !values) return undefined;
    const column = columnOf(match);
    const name = identifier(column);
    const numeric = values.every((value) => WHOLE_NUMBER_TEXT.test(value));
    const allowed = values.map((value) => (numeric ? String(Number(value)) : literal(value))).join(", ");
    const broken = numeric ? `${numberSql(name)} NOT IN (${allowed})` : `${name} NOT IN (${allowed})`;
    return {
      kind: "one-of",
      text,
      columns: [column],
      numeric: numeric ? [column] : [],
      rowFault: { broken, reason: `${column} is not one of ${values.join(", ")}` },
    };
  },
};

function listItems(list: string): string[] | undefined {
  const items: string[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < list.length) {
    const match = ITEM.exec(list);
    if (!match) return undefined;
    items.push(match[1]?.replaceAll("''", "'") ?? match[2] ?? match[3]!);
  }
  return items;
}
