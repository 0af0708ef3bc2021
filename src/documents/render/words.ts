/** Keys whose words for readers are not the key itself, taken apart. */
const spelled: Readonly<Record<string, string>> = {
  whyMl: "Why machine learning",
  outOfScope: "Out of scope",
  costOfErrors: "Cost of errors",
  falsePositive: "False positive",
  falseNegative: "False negative",
  onCall: "On call",
  offPolicy: "Off-policy gate",
  p50: "p50",
  p99: "p99",
  is: "Definition",
  from: "Source",
  of: "Of",
  by: "By",
  at: "At",
  over: "Over",
  means: "In words",
  today: "Today",
  link: "Offline to online",
  worth: "What it is worth",
  coldStart: "Cold start",
  rerank: "Re-rank",
  rollBack: "Roll back",
  rollBackWithin: "Rolled back within",
  buildOrBuy: "Build or buy",
  onDevice: "On the device",
  perDay: "Per day",
  fallback: "Fallback, in order",
  flags: "Feature flags",
  parts: "Models on the path",
  decide: "From score to decision",
  allow: "Accepted findings",
};

/** `labelWindow` → `Label window`. */
export function keyWords(key: string): string {
  const known = spelled[key];
  if (known) return known;
  const words = key.replace(
    /([a-z\d])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `book-recommendations` → `Book recommendations`. */
export function nameWords(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
