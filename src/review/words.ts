import { saidBy } from "../design/said.ts";

export { saidBy };

/** Words before a mention, in its clause, that turn it into its opposite. */
const denial =
  /\b(?:no|not|never|without|none|nothing|lacks?|lacking|missing|skip(?:s|ped)?|ignor(?:e|es|ed|ing)|instead of|out of scope|n't|cannot|nobody|neither|nor)\b[^.;:,()]*$/i;

/** Whether a text speaks of something, and does not say in the same clause that it is not there. */
export function speaksOf(text: unknown, what: RegExp): boolean {
  const words = saidBy(text);
  if (words === undefined) return false;
  const every = new RegExp(what.source, [...new Set(`${what.flags}g`)].join(""));
  return [...words.matchAll(every)].some(({ index }) => !denial.test(words.slice(0, index)));
}

/** `goodPaymentsStopped` and `good payments stopped` are one name: lower-case words. */
export function nameWords(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, " ")
    .trim();
}

/** Whether a condition or a watch is about something of that name, as whole words. */
export function namesIt(text: unknown, name: string): boolean {
  const words = saidBy(text);
  const wanted = nameWords(name);
  return words !== undefined && wanted !== "" && ` ${nameWords(words)} `.includes(` ${wanted} `);
}
