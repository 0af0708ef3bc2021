import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";

/** A value that is not what its place in a request wants; `wanted` ends the sentence "send …". */
export function wrongValue(path: string, value: unknown, wanted: string): Problem {
  const name = path === "" ? "The body" : `\`${path}\``;
  return new Problem({
    code: "serving/wrong-value",
    found: `${name} is ${described(value)}.`,
    fix: `send ${wanted}`,
    at: path === "" ? undefined : { path },
  });
}

export function missingKey(path: string): Problem {
  return new Problem({
    code: "serving/missing-key",
    found: `The request has no \`${path}\`.`,
    fix: `add \`${path}\``,
    at: { path },
  });
}

/** @param known  the keys that are allowed at this place */
export function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  const meant = nearest(key, known);
  return new Problem({
    code: "serving/unknown-key",
    found: `The request has a key \`${shortened(path)}\`, which is not known.`,
    fix: `${meant ? `did you mean \`${meant}\`? ` : ""}allowed here: ${known.join(", ")}`,
    at: { path: shortened(path) },
  });
}

function described(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the text ${shortened(JSON.stringify(value))}`;
  return `the ${typeof value} ${String(value)}`;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
