import type { ClaimChange, DesignDiff } from "../design/diff.ts";
import type { Block, Span } from "./render/block.ts";
import { plainSpan, soft } from "./render/block.ts";

/** What changed between two designs, as a document: for a pull request, a page or a terminal. */
export function diffBlocks(diff: DesignDiff, names: { readonly before: string; readonly after: string }): Block[] {
  const nothing = diff.changes.length === 0;
  return [
    { kind: "heading", level: 2, text: nothing ? "The design means the same" : "What changed in the design" },
    { kind: "paragraph", spans: [soft(`${names.before} → ${names.after}. ${summary(diff)}`)] },
    ...(nothing ? [] : [changeTable(diff)]),
    ...claimTable(diff),
    ...invalidatedTable(diff),
  ];
}

function summary({ changes, claims, invalidated, untouched }: DesignDiff): string {
  if (changes.length === 0) return `All ${untouched} claims stand as they were.`;
  return `${count(changes.length, "difference")} in meaning; ${count(claims.length, "claim")} new, gone or different; ${count(invalidated.length, "old verdict")} void; ${untouched} still good.`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

function changeTable({ changes }: DesignDiff): Block {
  return {
    kind: "table",
    head: ["", "Where", "Before", "After"],
    rows: changes.map(({ kind, path, before, after }) => [
      [plainSpan(kind)],
      [{ text: path, as: "code" }],
      [plainSpan(before ?? "")],
      [plainSpan(after ?? "")],
    ]),
  };
}

function claimTable({ claims }: DesignDiff): Block[] {
  if (claims.length === 0) return [];
  const rows = claims.map((one): Span[][] => [[plainSpan(one.kind)], [{ text: one.id, as: "code" }], sentenceOf(one)]);
  return [
    { kind: "heading", level: 3, text: "Claims that are new, gone or different" },
    { kind: "table", head: ["", "Claim", "What it says"], rows },
  ];
}

function sentenceOf({ before, after }: ClaimChange): Span[] {
  if (before && after && before.sentence !== after.sentence)
    return [plainSpan(after.sentence), soft(` (was: ${before.stated})`)];
  return [plainSpan((after ?? before)!.sentence)];
}

function invalidatedTable({ invalidated }: DesignDiff): Block[] {
  if (invalidated.length === 0) return [];
  const rows = invalidated.map(({ claim, because }): Span[][] => [
    [{ text: claim.id, as: "code" }],
    [
      plainSpan(because.slice(0, 3).join(", ")),
      ...(because.length > 3 ? [soft(` and ${because.length - 3} more`)] : []),
    ],
  ]);
  return [
    { kind: "heading", level: 3, text: "Old verdicts that say nothing any more" },
    { kind: "table", head: ["Claim", "Because this changed"], rows },
  ];
}
