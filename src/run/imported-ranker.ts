import { readFile } from "node:fs/promises";
import { deepFacts, isMissingFacts } from "../advice/deep/facts.ts";
import { rankerModel } from "../advice/deep/ranker-script.ts";
import type { RecommendationPlan } from "../blueprints/recommendation/plan.ts";
import type { ImportedRanker } from "../blueprints/recommendation/serve/rank-onnx-worker.ts";
import type { DesignDocument } from "../design/design.ts";
import { Problem } from "../kit/problem.ts";
import type { ImportedSignature } from "../training/imported/signature.ts";
import { keyOf } from "./keep.ts";

/** A ranker that was read, and what stands for its content. */
export interface ReadRanker {
  readonly ranker: ImportedRanker;
  readonly fingerprint: string;
}

/** `ranker.onnx` has its parity rows in `ranker.parity.json` beside it. */
const parityFileOf = (modelFile: string): string => `${modelFile.replace(/\.onnx$/, "")}.parity.json`;

/** Reads an ONNX ranker with its parity file; whether they fit is found when the model is loaded. */
export async function readRanker(
  document: DesignDocument,
  plan: RecommendationPlan,
  modelFile: string,
): Promise<ReadRanker> {
  const bytes = await readOr(modelFile, "give the ONNX file that a training script wrote");
  const parity = await readOr(parityFileOf(modelFile), "put the parity file of the same training beside the model");
  const ranker = {
    bytes,
    parity: new TextDecoder().decode(parity),
    signature: rankerSignature(document),
    columns: plan.features.map(({ name }) => name),
  };
  return { ranker, fingerprint: keyOf(Buffer.from(bytes).toString("base64"), ranker.parity, ranker.signature) };
}

/** What a ranker of this design takes and gives. @throws {Problem} `run/design-incomplete` */
export function rankerSignature({ design, placeOf }: DesignDocument): ImportedSignature {
  const facts = deepFacts(design);
  if (!isMissingFacts(facts)) return rankerModel(facts);
  const [first] = facts.missing;
  throw new Problem({
    code: "run/design-incomplete",
    found: `An imported ranker needs \`${first!.path}\`: ${first!.why}.`,
    fix: "say it in the design",
    at: placeOf(["model"]),
  });
}

/** Files of an imported ranker for the registry. */
export function rankerFiles({ bytes, parity }: ImportedRanker): Record<string, Uint8Array> {
  return { "ranker.onnx": bytes, "ranker.parity.json": new TextEncoder().encode(parity) };
}

async function readOr(file: string, fix: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Problem({
      code: "training/import-unreadable",
      found: `The file cannot be read: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.`,
      fix,
      at: { file },
      cause,
    });
  }
}
