/** What YAML 1.2 would read as something other than text, and words of the format that mean more than they say. */
const SPECIAL =
  /^(?:true|false|null|yes|no|on|off|~|unknown|[-+]?[.\d][\d_.]*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.(?:inf|nan))$/i;
const PLAIN = /^[\p{L}\d$<>=~(][^\p{C}\n\r]*$/u;
const openWord = /^(?:none|later):\s/;

/** Characters that no document of ours may hold, as blanks. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu, " ");
}

/** A value as YAML writes it on one line. `open` lets `unknown` and `later: …` stand for themselves. */
export function scalar(value: string | number | boolean, inFlow: boolean, open = false): string {
  if (typeof value !== "string") return String(value);
  if (open && value === "unknown") return value;
  return isPlain(value, inFlow) ? value : quoted(value);
}

function isPlain(text: string, inFlow: boolean): boolean {
  if (SPECIAL.test(text) || !PLAIN.test(text) || text !== text.trim() || openWord.test(text)) return false;
  if (/: |:$| #|^[<>=~]/.test(text) || /^---|^\.\.\./.test(text)) return false;
  return !(inFlow && /[,[\]{}:]/.test(text));
}

/** Every double-quoted JSON text is one of YAML, but for separators that YAML takes for line ends. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u2028\u2029\u0085\u00a0]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Prose broken into lines of at most `width` characters; `undefined` where breaking would change it. */
export function foldedLines(text: string, width: number): string[] | undefined {
  if (/\s{2}|[^\S ]/.test(text) || text !== text.trim() || text === "") return undefined;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
