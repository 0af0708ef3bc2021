import { COLUMN, columnOf, type CheckKind } from "./check.ts";

const FORM = new RegExp(`^${COLUMN}\\s+(?:is\\s+)?unique$`, "u");

/** `product_id unique`: the first row with a value stays, later ones are quarantined. Empty values do not count. */
export const unique: CheckKind = {
  kind: "unique",
  form: "product_id unique",
  read(text) {
    const match = FORM.exec(text);
    if (!match) return undefined;
    const column = columnOf(match);
    return { kind: "unique", text, columns: [column], numeric: [], firstOfEach: column };
  },
};
