/** JSON in which NaN and the infinities, for which it has no numbers, stand as the texts `"NaN"`, `"Infinity"`, `"-Infinity"`. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, one: unknown) => (typeof one === "number" && !Number.isFinite(one) ? String(one) : one),
    indent,
  );
}

/** The inverse of `jsonText`; a text of exactly those words comes back as a number. */
export function readJson(text: string): unknown {
  return JSON.parse(text, (_, one: unknown) =>
    one === "Infinity" || one === "-Infinity" || one === "NaN" ? Number(one) : one,
  );
}
