import { describe, expect, it } from "vitest";
import { parseDesign } from "../design/parse.ts";
import { reviewDesign } from "../review/review.ts";
import type { Rule } from "../review/rule.ts";
import { rules as list } from "../review/rules/index.ts";
import { markdownOf } from "./index.ts";
import { reviewBlocks, summaryOf } from "./review-text.ts";

const rules: readonly Rule[] = list;
const only = ["alarm-without-owner-or-action"];
const reviewOf = (alarm: string) =>
  reviewDesign(
    parseDesign(
      `plumbline: 1\nname: x\nstage: production\nmonitoring:\n  alarms:\n    - {alarm: ${alarm}, when: p99 > 50ms}\n`,
      "x.yaml",
    ).document!,
    { rules, only },
  );

describe("a review as Markdown", () => {
  it("gives each finding its rule, place, consequence and what clears it", () => {
    const text = markdownOf(reviewBlocks([reviewOf("slow")]));
    expect(text).toContain("## Review of x");
    expect(text).toContain("**flaw** `alarm-without-owner-or-action` _line 6, monitoring.alarms\\[0\\].owner_");
    expect(text).toContain("The alarm `slow` has no owner and no action.");
    expect(text).toContain("**To clear it:** write `owner:` and `action:` beside its condition.");
    expect(text).toContain("**Looked in:** monitoring.alarms, monitoring.owner");
  });

  it("lets no text of the design become markup", () => {
    const text = markdownOf(reviewBlocks([reviewOf('"<img src=x> **bold** [a](b)"')]));
    expect(text).toContain("The alarm `<img src=x> **bold** [a](b)` has");
    const broken = markdownOf(reviewBlocks([reviewOf('"a` <img src=x> [a](b) `c"')]));
    expect(broken).toContain("The alarm `a` \\<img src=x> \\[a\\](b) `c` has");
  });

  it("sums up what was found, and says when it was nothing", () => {
    expect(summaryOf(reviewOf("slow"))).toBe("1 flaw.");
    expect(summaryOf({ ...reviewOf("slow"), findings: [] })).toBe("Nothing was found by 1 rule.");
  });
});
