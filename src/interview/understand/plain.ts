/** Characters that are not seen: joiners, marks of direction, soft hyphens. They stand inside words and mean nothing. */
const UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f";
const unseen = new RegExp(`[${UNSEEN}]`, "g");
/** What stands for an unseen character in plain text; a word may hold it. */
export const HOLE = "\u200b";

const fullWidth = /[\uff01-\uff5e]/g;
const apostrophes = /[\u2018\u2019\u201b\u02bc\u00b4`]/g;
const dashes = /[\u2010-\u2012\u2212]/g;
const breaks = /[\u2028\u2029\u0085\v\f\r]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const blanks = /[\u0000-\u0008\u000e-\u001f\u007f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** The same text, as long in UTF-16 units, in which every sign is written in one way: offsets stay those of the original. */
export function plainOf(text: string): string {
  return text
    .replace(unseen, HOLE)
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(apostrophes, "'")
    .replace(dashes, "-")
    .replace(/\u2013/g, "–")
    .replace(breaks, "\n")
    .replace(blanks, " ");
}
