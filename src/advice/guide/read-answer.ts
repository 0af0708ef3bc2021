import { Problem } from "../../kit/problem.ts";
import type { Plain } from "../../design/plain.ts";

/** Turns the words of an answer into the value of a document. Pure; what cannot be read is a Problem with an example. */
type Read = (words: string) => Plain;

/** Parts between commas or semicolons that do not stand in brackets or quotes. */
export function splitList(words: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = "";
  let part = "";
  for (const sign of words) {
    if (quoted) quoted = sign === quoted ? "" : quoted;
    else if (sign === '"') quoted = sign;
    else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth = Math.max(0, depth - 1);
    if ((sign === "," || sign === ";" || sign === "\n") && depth === 0 && !quoted) {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== "");
}

/** `a, b and c` as a list of texts. */
export const list: Read = (words) => notEmpty(splitList(words), words, "a, b, c");

/** Sentences end with a semicolon or a line; commas belong to them. */
export const sentences: Read = (words) =>
  notEmpty(
    words
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    words,
    "first; second",
  );

export const yesNo: Read = (words) => {
  const word = words.trim().toLowerCase();
  if (["y", "yes", "true", "ja", "oui", "si", "sí"].includes(word)) return true;
  if (["n", "no", "false", "nein", "non"].includes(word)) return false;
  throw unread(words, "yes or no");
};

export const whole: Read = (words) => {
  const text = words.trim().replaceAll(/[,_ ](?=\d{3}\b)/g, "");
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw unread(words, "a whole number, such as 3");
};

/** A word of a closed list, also by its number in the list or its beginning. */
export const oneOf =
  (choices: readonly string[]): Read =>
  (words) => {
    const text = words.trim().toLowerCase();
    const byNumber = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined;
    const near = choices.filter((choice) => choice.toLowerCase().startsWith(text));
    const found =
      choices.find((choice) => choice.toLowerCase() === text) ?? byNumber ?? (near.length === 1 ? near[0] : undefined);
    if (found !== undefined && text !== "") return found;
    throw unread(words, `one of ${choices.join(", ")}`);
  };

/**
 * Several things, each written as `first <separator> second …`; every part goes under the key of its place.
 *
 * @param keys  keys in the order of the parts; parts after the last key belong to it
 * @param fixed  keys that every item gets as well
 */
export const items =
  (keys: readonly string[], separator: RegExp, fixed: { readonly [key: string]: Plain } = {}): Read =>
  (words) =>
    notEmpty(
      splitList(words).map((part) => ({ ...partsOf(part, keys, separator), ...fixed })),
      words,
      keys.join(" : "),
    );

/** The same for things told in sentences: a comma only begins a new one where the separator follows in its part. */
export const told =
  (keys: readonly string[], separator: RegExp): Read =>
  (words) => {
    const things: string[] = [];
    for (const line of words.split(/[;\n]/))
      for (const [i, part] of splitList(line).entries()) {
        if (i === 0 || separator.test(part)) things.push(part);
        else things.push(`${things.pop() ?? ""}, ${part}`);
      }
    return notEmpty(
      things.map((thing) => partsOf(thing, keys, separator)),
      words,
      keys.join(" : "),
    );
  };

/** The same for one thing. */
export const item =
  (keys: readonly string[], separator: RegExp, fixed: { readonly [key: string]: Plain } = {}): Read =>
  (words) => ({ ...partsOf(words.trim(), keys, separator), ...fixed });

function partsOf(text: string, keys: readonly string[], separator: RegExp): Record<string, Plain> {
  const parts = text.split(separator).map((part) => part.trim());
  const last = keys.length - 1;
  const kept = [...parts.slice(0, last), parts.slice(last).join(" ")];
  return Object.fromEntries(kept.flatMap((part, i) => (part ? [[keys[i]!, part] as const] : [])));
}

/** `latency p99 <= 80ms`: a metric and its bound. */
export const bounded =
  (fixed: (metric: string) => { readonly [key: string]: Plain } = () => ({})): Read =>
  (words) =>
    notEmpty(
      splitList(words).map((part) => {
        const match = /^(.+?)\s*(<=|>=|<|>|≤|≥)\s*(.+)$/u.exec(part);
        if (!match) return { metric: part, ...fixed(part) };
        const [metric, of] = match[1]!.split(/\s+of\s+(?:the\s+)?/);
        const sign = match[2]!.replace("≤", "<=").replace("≥", ">=");
        return { metric: metric!, ...(of && { of }), target: `${sign} ${match[3]!.trim()}`, ...fixed(metric!) };
      }),
      words,
      "ndcg@10 >= 0.3",
    );

function notEmpty<Item extends Plain>(found: readonly Item[], words: string, example: string): readonly Item[] {
  if (found.length > 0) return found;
  throw unread(words, `something like \`${example}\``);
}

function unread(words: string, wanted: string): Problem {
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  return new Problem({
    code: "guide/unreadable-answer",
    found: `\`${shown}\` is not an answer to this question, which takes ${wanted}.`,
    fix: "answer again; `unknown`, `none: why` and `later: when` are answers too",
  });
}
