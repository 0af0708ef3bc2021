import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-freshness",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "When nobody says how old a fact may be, the model is trained on fresh ones and served stale ones.",
  source: "Breck et al., The ML Test Score (2017), doi:10.1109/BigData.2017.8258038",
  asks: "How old is the newest row that the model can see when it decides?",
  base: "driving-perception",
  bad: (sound) =>
    edited(sound, {
      ...Object.fromEntries(
        ["cameras", "lidar", "radars", "motion", "clips", "scenes"].map((name) => [
          `data.sources[${name}].freshness`,
          gone,
        ]),
      ),
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`features[${i}].freshness`, gone])),
    }),
  *check(view) {
    const [sources, features] = [view.graph.of("source"), view.graph.of("feature")];
    if (!hasModel(view) || sources.length === 0) return;
    if ([...sources, ...features].some(({ path }) => view.decided([...path, "freshness"]))) return;
    yield {
      at: [...sources[0]!.path, "freshness"],
      lookedIn: ["data.sources", "features"],
      found: `None of ${sources.length} sources and ${features.length} features says how soon a fact can be used.`,
      clears: "write `freshness:` at each source, and at each feature whose age matters",
    };
  },
});
