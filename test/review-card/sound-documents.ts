import type { Sound } from "./labels.ts";

const example = (name: string): string => `examples/${name}/${name}.design.yaml`;

export const soundDocuments: readonly Sound[] = [
  { file: example("payment-fraud"), style: "YAML, in production" },
  { file: example("grocery"), style: "YAML, a prototype" },
  { file: example("email-campaign"), style: "YAML, a nightly batch" },
  { file: example("rag"), style: "YAML, a language model" },
  { file: example("driving-perception"), style: "YAML, on devices" },
  { file: "keyword-rules.design.yaml", style: "YAML, rules instead of a model, on purpose" },
  { file: "three-lines.design.yaml", style: "YAML, the first lines of a concept" },
  { file: "annotation-plan.design.yaml", style: "YAML, a plan that buys labels and trains nothing" },
  { file: "fraud-memo.md", style: "Markdown, requirements in headings" },
  { file: "shelf-notes.md", style: "Markdown, notes with deferrals" },
];
