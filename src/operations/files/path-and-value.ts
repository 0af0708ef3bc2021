import { parse } from "yaml";
import type { PlainValue } from "../../design/edit.ts";
import { Problem } from "../../kit/problem.ts";

/** `path=value`; the value is read as YAML, so that lists, groups and numbers can be given. */
export function pathAndValue(words: string): { path: string; value: PlainValue } {
  const at = words.search(/(?<![<>!])=/);
  if (at <= 0)
    throw new Problem({
      code: "cli/bad-usage",
      found: `\`${words}\` is not a path and a value.`,
      fix: 'write `path=value`, such as `--set "serving.deadline=200ms"`',
    });
  return { path: words.slice(0, at).trim(), value: valueOf(words.slice(at + 1).trim()) };
}

/** Words that are no YAML, such as `>= 0.3` or `a: b: c`, are a text. */
function valueOf(words: string): PlainValue {
  if (/^(none|later): /.test(words)) return words;
  try {
    return (parse(words, { schema: "core", maxAliasCount: 0 }) as PlainValue) ?? words;
  } catch {
    return words;
  }
}
