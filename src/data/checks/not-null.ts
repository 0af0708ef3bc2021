import { identifier } from "../table-store.ts";
import { COLUMN, columnOf, type CheckKind } from "./check.ts";

const FORM = new RegExp(`^${COLUMN}\\s+not\\s+(?:null|empty|missing)$`, "u");

/** `user_id not null`: the value is neither absent nor blank. */
export const notNull: CheckKind = {
  kind: "not-null",
  form: "user_id not null",
  read(text) {
    const match = FORM.exec(text);
    if (!match) return undefined;
    const column = columnOf(match);
    const name = identifier(column);
    return {
      kind: "not-null",
      text,
      columns: [column],
      numeric: [],
      rowFault: { broken: `${name} IS NULL OR trim(${name}) = ''`, reason: `${column} is empty` },
    };
  },
};
