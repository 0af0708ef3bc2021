import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "near-duplicates-on-both-sides",
  stage: "data",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "Copies of one text or picture on both sides are remembered, so the test measures copying.",
  source:
    "Lee et al., Deduplicating Training Data Makes Language Models Better (2022), doi:10.18653/v1/2022.acl-long.577",
  asks: "The same picture is posted a hundred times. On which side of the split do its copies stand?",
  base: "content-moderation",
  bad: (sound) => edited(sound, { "data.split.duplicates": gone }),
  *check(view) {
    const content = view.missing("data.split") ? undefined : contentOf(view);
    if (!content || view.decided("data.split.duplicates")) return;
    yield {
      at: "data.split.duplicates",
      lookedIn: ["data.split.duplicates", "data.pipelines"],
      found: `\`${content}\` is text or pictures, and nothing keeps near-duplicates on one side of the split.`,
      clears: "write in `duplicates:` how copies are found and kept together, such as by a hash of their content",
    };
  },
});

/** What is read as text or picture, unless a pipeline throws copies away first. */
function contentOf({ design, speaking }: View): string | undefined {
  if (speaking(/dedup|duplicat/i, "data.pipelines").length > 0) return undefined;
  const source = design.data?.sources?.find(({ kind }) => kind === "documents" || kind === "images");
  const feature = design.features?.find(({ group, type }) => group === "content" || type === "text");
  return source?.name ?? feature?.name;
}
