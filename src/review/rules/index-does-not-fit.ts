import type { Design } from "../../design/design.ts";
import { vectorBytes } from "../../sizing/index.ts";
import { machinesOf } from "../arithmetic/machine.ts";
import { bytesText, countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "index-does-not-fit",
  stage: "serving",
  kind: "arithmetic",
  severity: "blocker",
  why: "An index of vectors that does not fit into memory is read from disk, and its latency is no longer the one planned.",
  source: "Malkov and Yashunin, Hierarchical Navigable Small World Graphs (2018), doi:10.1109/TPAMI.2018.2889473",
  asks: "Ten million vectors of 768 numbers: how many bytes is that, and where do they stay?",
  base: "search-ranking",
  bad: (sound) => edited(sound, { "requirements.scale.items": "5B" }),
  *check({ design }) {
    const items = design.requirements?.scale?.items;
    const machine = machinesOf(design).find(({ name, bytes }) => bytes && /\bindex|retriev|candidate/i.test(name));
    if (!items || !machine) return;
    for (const [i, { dims, index }] of (design.model?.retrieve ?? []).entries()) {
      if (!dims || !index) continue;
      const bytesPerDimension = storedBytes(design, dims);
      const needed = vectorBytes({ count: items.count, dimensions: dims, bytesPerDimension });
      const there = machine.bytes! * machine.replicas;
      if (needed <= there) continue;
      yield {
        at: ["serving", "hardware", machine.index, "on"],
        found: `The vectors alone take ${bytesText(needed)}, and ${machine.name} has ${bytesText(there)} in all.`,
        clears: "use more or larger machines, fewer dimensions, or compressed vectors",
        working: {
          inputs: [
            { name: "items", value: items.text, at: "requirements.scale.items" },
            { name: "numbers in one vector", value: String(dims), at: ["model", "retrieve", i, "dims"] },
            {
              name: machine.name,
              value: `${machine.replicas} × ${machine.text}`,
              at: ["serving", "hardware", machine.index],
            },
          ],
          sum: `${countText(items.count)} × ${dims} × ${bytesPerDimension} B`,
          result: `${bytesText(needed)} of ${bytesText(there)}`,
        },
      };
    }
  },
});

/** Bytes of one number of a stored vector: as a feature of that length says, else those of single precision. */
function storedBytes({ features }: Design, dims: number): number {
  const stored = (features ?? []).find((feature) => feature.dims === dims && feature.bytes);
  return stored ? stored.bytes!.bytes / dims : 4;
}
