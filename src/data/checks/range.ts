import { Problem } from "../../kit/problem.ts";
import { identifier } from "../table-store.ts";
import { COLUMN, columnOf, NUMBER, type CheckKind } from "./check.ts";
import { numberSql } from "../cast.ts";

const FORM = new RegExp(`^${COLUMN}\\s+in\\s+(?<low>${NUMBER})?\\s*\\.\\.\\s*(?<high>${NUMBER})?$`, "u");

/** `quantity in 0..1000`: both ends belong to the range; an end left out is open. Empty values pass. */
export const range: CheckKind = {
  kind: "range",
  form: "rating in 1..5",
  read(text) {
    const match = FORM.exec(text);
    if (!match) return undefined;
    const { low, high } = match.groups!;
    if (low === undefined && high === undefined) throw malformed(text, "the range has no end");
    if (low !== undefined && high !== undefined && Number(low) > Number(high)) {
      throw malformed(text, `no number is at least ${low} and at most ${high}`);
    }
    const column = columnOf(match);
    const value = numberSql(identifier(column));
    const conditions = [low && `${value} < ${Number(low)}`, high && `${value} > ${Number(high)}`].filter(Boolean);
    return {
      kind: "range",
      text,
      columns: [column],
      numeric: [column],
      rowFault: { broken: conditions.join(" OR "), reason: `${column} is outside ${low ?? ""}..${high ?? ""}` },
    };
  },
};

function malformed(text: string, why: string): Problem {
  return new Problem({
    code: "data/malformed-check",
    found: `The check \`${text}\` cannot hold: ${why}.`,
    fix: "write the smaller end first, such as `rating in 1..5`, `price in 0..` or `delay in ..30`",
  });
}
