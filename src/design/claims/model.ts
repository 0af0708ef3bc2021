import type { DesignDocument } from "../design.ts";
import { claimMaker, type Claim } from "./claim.ts";

export function modelClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "model");
  const model = document.design.model;
  const explore = (model?.rerank ?? []).map((step, i) =>
    claim({
      id: `model.rerank.${step.kind}.share`,
      kind: "exploration-share",
      sentence: `${step.share.text} of lists give their last place to chance, within a fifth of that`,
      path: ["model", "rerank", i, "share"],
      stated: step.share.text,
      target: { comparison: "<=", value: step.share.share / 5, unit: "share off" },
      conditions: { share: step.share.share },
    }),
  );
  const every = model?.train?.every;
  const cadence =
    every &&
    claim({
      id: "model.train.every",
      kind: "training-cadence",
      sentence: `a new model is trained every ${every.text}`,
      path: ["model", "train", "every"],
      stated: every.text,
      target: null,
    });
  return [...explore, ...(cadence ? [cadence] : [])];
}
