/** What people leave in a document where an answer should stand. */
const placeholders =
  /^(?:tbd|tba|tbc|todo|fixme|xxx+|n\/?a|\?+|\.{2,}|…|-+|none|nothing|later|pending|to be (?:defined|decided|done)|placeholder|lorem ipsum.*)[.!]?$/i;
/** `<describe the labels>`, `[your answer]`, `{{label}}`: prompts of a template. */
const prompts = /^(?:<[^<>]*>|\[[^\]]*\]|\{\{.*\}\})$/s;
const struck = /~~.*?~~/gs;

/**
 * What a text says once what is struck through is taken out.
 *
 * @returns `undefined` for a placeholder, a template's prompt or nothing
 */
export function saidBy(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const words = text.replace(struck, " ").replaceAll(/\s+/g, " ").trim();
  return words === "" || placeholders.test(words) || prompts.test(words) ? undefined : words;
}
