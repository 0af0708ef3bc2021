import type { DesignDocument } from "../design.ts";
import { claimMaker, made, within, type Claim } from "./claim.ts";

export function modelClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "model");
  const { train, offPolicy } = document.design.model ?? {};
  const every = train?.every;
  const takes = train?.takes;
  return made([
    ...explorationClaims(document),
    ...indexClaims(document),
    ...sizeClaims(document),
    every &&
      claim({
        id: "model.train.every",
        kind: "training-cadence",
        sentence: `a new model is trained every ${every.text}`,
        path: ["model", "train", "every"],
        stated: every.text,
        target: null,
      }),
    takes &&
      claim({
        id: "model.train.takes",
        kind: "training-time",
        sentence: `one training takes at most ${takes.text}`,
        path: ["model", "train", "takes"],
        stated: takes.text,
        target: within(takes),
      }),
    offPolicy?.gate &&
      claim({
        id: "model.offPolicy.gate",
        kind: "off-policy-gate",
        sentence: `${offPolicy.estimators.join(" and ")} put the new policy at ${offPolicy.gate.text} against today before release`,
        path: ["model", "offPolicy", "gate"],
        stated: offPolicy.gate.text,
        target: {
          comparison: offPolicy.gate.comparison,
          value: offPolicy.gate.quantity.share,
          unit: offPolicy.gate.quantity.relative ? "relative" : "share",
        },
      }),
  ]);
}

function explorationClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "model");
  const model = document.design.model;
  const lists = (model?.rerank ?? []).flatMap((step, i) =>
    step.kind === "explore" ? [{ ...step, path: ["model", "rerank", i, "share"] }] : [],
  );
  const shared = lists.map(({ kind, policy, share, path }) =>
    claim({
      id: `model.rerank.${kind}.share`,
      kind: "exploration-share",
      sentence:
        policy === "epsilon-slot"
          ? `${share.text} of lists give their last place to chance, within a fifth of that`
          : `${share.text} of decisions are given to chance by ${policy}, within a fifth of that`,
      path,
      stated: share.text,
      target: { comparison: "<=", value: share.share / 5, unit: "share off" },
      conditions: { share: share.share },
    }),
  );
  const single = model?.explore?.share;
  return made([
    ...shared,
    single &&
      claim({
        id: "model.explore.share",
        kind: "exploration-share",
        sentence: `${single.text} of decisions are given to chance, within a fifth of that`,
        path: ["model", "explore", "share"],
        stated: single.text,
        target: { comparison: "<=", value: single.share / 5, unit: "share off" },
        conditions: { share: single.share },
      }),
  ]);
}

function indexClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "model");
  return (document.design.model?.retrieve ?? []).flatMap(({ kind, index }, i) =>
    made([
      index?.recall &&
        claim({
          id: `model.retrieve.${kind}.recall`,
          kind: "index-recall",
          sentence: `the ${index.kind} index of ${kind} finds ${index.recall.text} of the true nearest`,
          path: ["model", "retrieve", i, "index", "recall"],
          stated: index.recall.text,
          target: { comparison: ">=", value: index.recall.share, unit: "share" },
          conditions: { retriever: kind },
        }),
      index?.takes &&
        claim({
          id: `model.retrieve.${kind}.takes`,
          kind: "index-rebuild",
          sentence: `building the index of ${kind} takes at most ${index.takes.text}`,
          path: ["model", "retrieve", i, "index", "takes"],
          stated: index.takes.text,
          target: within(index.takes),
          conditions: { retriever: kind },
        }),
    ]),
  );
}

function sizeClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "model");
  const { rank, parts = [] } = document.design.model ?? {};
  const sized = [
    ...(rank?.bytes ? [{ name: "rank", bytes: rank.bytes, path: ["model", "rank", "bytes"] }] : []),
    ...parts.flatMap(({ name, bytes }, i) => (bytes ? [{ name, bytes, path: ["model", "parts", i, "bytes"] }] : [])),
  ];
  return sized.map(({ name, bytes, path }) =>
    claim({
      id: `model.${name}.bytes`,
      kind: "model-size",
      sentence: `the model ${name} takes at most ${bytes.text}`,
      path,
      stated: bytes.text,
      target: { comparison: "<=", value: bytes.bytes, unit: "bytes" },
      conditions: { model: name },
    }),
  );
}
