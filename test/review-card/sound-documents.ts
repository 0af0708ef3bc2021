import type { Sound } from "./labels.ts";

const example = (name: string): string => `examples/${name}/${name}.design.yaml`;

export const soundDocuments: readonly Sound[] = [
  { file: example("payment-fraud"), style: "YAML, in production" },
  { file: example("grocery"), style: "YAML, a prototype" },
  { file: example("email-campaign"), style: "YAML, a nightly batch" },
  { file: example("rag"), style: "YAML, a language model" },
  { file: example("driving-perception"), style: "YAML, on devices" },
];
