import type { Design } from "../../design/design.ts";
import { bytesOfPrecision, cacheBytesPerToken, parameterBytes } from "../../sizing/index.ts";
import { machinesOf } from "../arithmetic/machine.ts";
import { bytesText, countText } from "../arithmetic/texts.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "model-does-not-fit",
  stage: "serving",
  kind: "arithmetic",
  severity: "blocker",
  why: "A model whose parameters and cache exceed the memory of its accelerator does not start.",
  source: "Pope et al., Efficiently Scaling Transformer Inference (2022), arXiv:2211.05102",
  asks: "Seventy billion parameters at two bytes each: how many accelerators of 24 GiB is that, before the first request?",
  base: "rag",
  bad: (sound) => edited(sound, { "model.parts[checker].bytes": gone, "model.parts[checker].parameters": "70B" }),
  *check({ design }) {
    const machine = machinesOf(design)
      .filter(({ accelerators, bytes }) => accelerators && bytes)
      .sort((a, b) => b.bytes! - a.bytes!)[0];
    if (!machine) return;
    for (const part of partsOf(design)) {
      const needed = part.weightBytes + part.cacheBytes;
      if (needed <= machine.bytes!) continue;
      yield {
        at: part.at,
        found: `\`${part.name}\` takes ${bytesText(needed)}, and the largest machine, ${machine.name}, has ${bytesText(machine.bytes!)}.`,
        clears: "use smaller numbers, a smaller model, or several accelerators as one",
        working: {
          inputs: [
            { name: "weights", value: bytesText(part.weightBytes), at: part.at },
            ...(part.cacheBytes > 0
              ? [{ name: "cache of one request", value: bytesText(part.cacheBytes), at: part.at }]
              : []),
            { name: machine.name, value: machine.text, at: ["serving", "hardware", machine.index, "on"] },
          ],
          sum: part.sum,
          result: `${bytesText(needed)} of ${bytesText(machine.bytes!)}`,
        },
      };
    }
  },
});

/** A published shape of about 8 billion parameters; larger models keep more for each token, so it is a lower bound. */
const cached = cacheBytesPerToken({
  parameters: 8e9,
  layers: 32,
  keyValueHeads: 8,
  headDimensions: 128,
  bytesPerParameter: 2,
  bytesPerCacheValue: 2,
});
const cachedFrom = 7e9;

function partsOf({ model, serving }: Design) {
  const precision = serving?.quantisation?.to;
  const each =
    precision === undefined
      ? 2
      : bytesOfPrecision[precision === "fp16" ? "float16" : precision === "bf16" ? "bfloat16" : precision];
  const rank = model?.rank
    ? [{ ...model.rank, name: "rank", from: undefined, tokens: undefined, at: ["model", "rank"] }]
    : [];
  const parts = (model?.parts ?? []).map((part, i) => ({ ...part, at: ["model", "parts", i] }));
  return [...rank, ...parts].flatMap(({ name, parameters, bytes, from, tokens, at }) => {
    if ((!parameters && !bytes) || from === "bought") return [];
    const weightBytes =
      bytes?.bytes ?? parameterBytes({ ...shape, parameters: parameters!.count, bytesPerParameter: each });
    const read = (parameters?.count ?? 0) >= cachedFrom ? (tokens?.context?.count ?? tokens?.input?.count ?? 0) : 0;
    const weights = bytes ? bytes.text : `${countText(parameters!.count)} × ${each} B`;
    const sum = read > 0 ? `${weights} + ${countText(read)} tokens × ${bytesText(cached)}` : weights;
    return [{ name, weightBytes, cacheBytes: read * cached, sum, at: [...at, bytes ? "bytes" : "parameters"] }];
  });
}

const shape = { layers: 1, keyValueHeads: 1, headDimensions: 1, bytesPerCacheValue: 2 };
