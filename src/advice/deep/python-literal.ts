/** Plain data that can stand in a Python source. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

const widest = 110;

/**
 * Plain data as a Python expression, in ASCII and without a way out of its quotes; long lists and mappings get a line
 * per entry.
 *
 * @throws {Error} for a number that Python would not read, such as NaN
 */
export function pythonLiteral(value: Literal, indent = ""): string {
  const flat = inOneLine(value);
  if (indent.length + flat.length <= widest || value === null || typeof value !== "object") return flat;
  const deeper = `${indent}    `;
  if (Array.isArray(value))
    return block(
      "[",
      "]",
      indent,
      value.map((one) => pythonLiteral(one as Literal, deeper)),
    );
  const entries = Object.entries(value).map(([key, one]) => `${quoted(key)}: ${pythonLiteral(one, deeper)}`);
  return block("{", "}", indent, entries);
}

function inOneLine(value: Literal): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return numeral(value);
  if (Array.isArray(value)) return `[${value.map((one) => inOneLine(one as Literal)).join(", ")}]`;
  return `{${Object.entries(value)
    .map(([key, one]) => `${quoted(key)}: ${inOneLine(one)}`)
    .join(", ")}}`;
}

function block(open: string, close: string, indent: string, lines: readonly string[]): string {
  return [open, ...lines.map((line) => `${indent}    ${line},`), `${indent}${close}`].join("\n");
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no Python literal`);
  return String(value);
}

/** JSON's escapes mean the same in Python; everything outside printable ASCII is escaped as well. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
