import type { DesignDocument } from "../../design/design.ts";
import type { Finding, Review } from "../../review/finding.ts";
import { reviewDesign, type ReviewOptions } from "../../review/review.ts";

/**
 * Reviews a document in prose. What is missing was looked for in every line of it, and the finding says so; nothing is
 * offered to be mended, because edits are of designs.
 *
 * @param document  as `designOfMarkdown` gives it
 */
export function reviewOfMarkdown(document: DesignDocument, options: ReviewOptions): Review {
  const review = reviewDesign(document, options);
  const lines = document.text.replace(/\r?\n$/, "").split("\n").length;
  return { ...review, findings: review.findings.map((finding) => ofProse(finding, lines)) };
}

function ofProse(found: Finding, lines: number): Finding {
  const { fix: _fix, ...finding } = found;
  if (finding.place.line !== undefined) return finding;
  const all = lines === 1 ? "the one line of the document" : `all ${lines} lines of the document`;
  return { ...finding, lookedIn: [...(finding.lookedIn ?? []), all] };
}
