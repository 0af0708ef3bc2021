/**
 * One line that XML can hold and that cannot turn the text around it: no control characters, no lone surrogates, no
 * marks that set the direction of writing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu, "")
    .replace(/[\s\u0085\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, "\ufffd")
    .trim();
}
