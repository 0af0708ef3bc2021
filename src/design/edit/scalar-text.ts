/** How a text is written in a document. */
export type ScalarStyle = "plain" | "double" | "single";

export interface ScalarContext {
  /** Inside of brackets, where commas and brackets end a plain text. */
  readonly flow: boolean;
  readonly style?: ScalarStyle | undefined;
  readonly key?: boolean;
}

// What the core schema of YAML 1.2 reads as nothing, a truth value or a number.
const misread =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
// What YAML 1.1 reads as a truth value, a number or a merge: other tools may read the document.
const misreadElsewhere = /^(?:y|n|yes|no|on|off|=|<<|[-+]?[\d_,]+(?::[0-5]?\d)+|[-+]?[\d_]+)$/i;
const indicatorFirst = /^(?:[\s,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|[?:]|---|\.\.\.)/;
const brokenWithin = /:(?:\s|$)|\s#|\s$/;
const brackets = /[,[\]{}]/;
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
// oxlint-disable-next-line no-control-regex
const escaped = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Whether a text without quotes is read as the same text. */
export function isPlain(text: string, { flow, key = false }: ScalarContext): boolean {
  if (text === "" || indicatorFirst.test(text) || brokenWithin.test(text) || unprintable.test(text)) return false;
  if (flow && brackets.test(text)) return false;
  if (key && /^[-?:]/.test(text)) return false;
  return !misread.test(text) && (key || !misreadElsewhere.test(text));
}

/** A text on one line, in the style that is asked for where it can hold it, else in the plainest that can. */
export function textOnLine(text: string, context: ScalarContext): string {
  const { style = "plain" } = context;
  if (style === "plain" && isPlain(text, context)) return text;
  const single = !unprintable.test(text);
  if (single && style === "single") return singleQuoted(text);
  return single && style === "plain" && /["\\]/.test(text) ? singleQuoted(text) : doubleQuoted(text);
}

/** A value that is not a collection, on one line. */
export function scalarOnLine(value: null | boolean | number | string, context: ScalarContext): string {
  if (typeof value === "string") return textOnLine(value, context);
  return typeof value === "number" ? numberText(value) : String(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    escaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
