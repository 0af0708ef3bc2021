import { parseCheck } from "../../data/parse-check.ts";
import type { DesignDocument } from "../../design/design.ts";
import type { Path } from "../../design/unsettled.ts";
import { Problem } from "../../kit/problem.ts";
import { compileFeature, neededColumns, renamed } from "./compile-features.ts";
import { pathSteps, type Outcome, type PlannedFeature, type PlannedSource, type RecommendationPlan } from "./plan.ts";
import { requireSupported } from "./supported.ts";
import { columnAfterIngest, compileSource, requireEvents, type DesignSource } from "./compile-sources.ts";

const dayMillis = 86_400_000;

/**
 * Compiles a design into a plan that can run.
 *
 * @throws {Problem} `run/design-incomplete` naming the first thing that is missing and what would do;
 *   `run/not-supported` for what this blueprint cannot build yet
 */
export function compileRecommendation(document: DesignDocument): RecommendationPlan {
  const { design } = document;
  requireSupported(document);
  const need = needs(document);
  const sources = need(design.data?.sources, ["data", "sources"], "the sources that it learns from");
  const label = need(design.data?.labels?.[0], ["data", "labels"], "what counts as a good recommendation");
  const events = requireEvents(
    document,
    sources,
    need(label.from, ["data", "labels", 0, "from"], "which source the outcome is read from"),
  );
  const [forWhom, what] = twoEntities(document, events);
  const features = need(design.features, ["features"], "at least one feature").map((feature, i) =>
    compileFeature(document, sources, feature, i),
  );
  const outcome = compileOutcome(label, events);
  return {
    name: design.name,
    forWhom,
    what,
    sources: sources.map((source, i) => plannedSource(document, source, i, outcome, features)),
    outcome,
    holdOut: design.data?.split?.test ?? { text: "last 10%", share: 0.1 },
    features,
    ...modelOf(document),
    ...servingOf(document),
    ...metricsOf(document),
    scale: {
      users: Math.round(design.requirements?.scale?.users?.count ?? 1000),
      items: Math.round(design.requirements?.scale?.items?.count ?? 1000),
    },
  };
}

/** Gives a value of the design, or says what is missing and where it would stand. */
function needs(document: DesignDocument) {
  return <Value>(value: Value | undefined, path: Path, what: string): Value => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) return value;
    throw new Problem({
      code: "run/design-incomplete",
      found: `The design does not say ${what}, so it cannot be run yet.`,
      fix: `add \`${path.join(".")}\`; examples/grocery/grocery.design.yaml shows a complete one`,
      at: document.placeOf(path),
    });
  };
}

function twoEntities(document: DesignDocument, events: DesignSource): [string, string] {
  const names = Object.keys(events.entities ?? {});
  const [first, last] = [names[0], names.at(-1)];
  if (first && last && first !== last) return [first, last];
  throw new Problem({
    code: "run/design-incomplete",
    found: `The source \`${events.name}\` names ${names.length} of the two entities that a recommendation is about.`,
    fix: "write `entities: {household: household_id, product: product_id}`: for whom first, what last",
    at: document.placeOf(["data", "sources"]),
  });
}

function compileOutcome(
  label: NonNullable<NonNullable<DesignDocument["design"]["data"]>["labels"]>[number],
  events: DesignSource,
): Outcome {
  return {
    source: events.name,
    ...(label.positive && { where: renamed(label.positive, events) }),
    ...(label.per && { per: columnAfterIngest(events, label.per) }),
    windowMillis: Math.round((label.window?.seconds ?? dayMillis / 1000) * 1000),
  };
}

function plannedSource(
  document: DesignDocument,
  source: DesignSource,
  i: number,
  outcome: Outcome,
  features: readonly PlannedFeature[],
): PlannedSource {
  const checks = (source.checks ?? []).map((text, j) =>
    placed(document, ["data", "sources", i, "checks", j], () => parseCheck(text)),
  );
  const definition = compileSource(document, source, i, neededColumns(source, outcome, features), checks);
  return { definition, checkTexts: source.checks ?? [] };
}

/** Gives a Problem of another room the place in the document that caused it. */
export function placed<Value>(document: DesignDocument, path: Path, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem) || error.at?.line !== undefined) throw error;
    throw new Problem({
      code: error.code,
      found: error.found,
      fix: error.fix,
      at: document.placeOf(path),
      cause: error,
    });
  }
}

function modelOf(
  document: DesignDocument,
): Pick<RecommendationPlan, "baseline" | "retrieve" | "rank" | "exploreShare" | "trainOnMillis"> {
  const { model } = document.design;
  const need = needs(document);
  const rank = need(model?.rank, ["model", "rank"], "how candidates are ranked");
  const retrieve = need(model?.retrieve, ["model", "retrieve"], "how candidates are found");
  const baseline = need(model?.baseline, ["model", "baseline"], "the simple baseline that the model must beat");
  const by = <Kind extends string>(kind: Kind) => retrieve.find((one) => one.kind === kind);
  const [als, popularity, bought] = [by("als"), by("popularity"), by("bought-before")];
  const over = (one: { over?: { seconds: number } | undefined } | undefined, days: number) =>
    Math.round((one?.over?.seconds ?? days * 86_400) * 1000);
  return {
    baseline: { name: baseline.kind, overMillis: over(baseline, 30) },
    retrieve: {
      ...(als && { als: { factors: als.factors ?? 32, take: als.take ?? 100 } }),
      ...(popularity && { popularity: { overMillis: over(popularity, 30), take: popularity.take ?? 100 } }),
      ...(bought && { boughtBefore: { overMillis: over(bought, 180), take: bought.take ?? 100 } }),
    },
    rank: {
      objective: rank.objective === "binary" ? "binary" : "lambdarank",
      trees: rank.trees ?? 100,
      leaves: rank.leaves ?? 31,
      learningRate: rank.learningRate ?? 0.1,
    },
    exploreShare: model?.rerank?.find((one) => one.kind === "explore")?.share.share ?? 0,
    trainOnMillis: Math.round((model?.train?.on?.seconds ?? 180 * 86_400) * 1000),
  };
}

/** The path stops waiting a little before the deadline, so that the answer of the fallback is there in time. */
const stopWaitingShare = 0.8;

function servingOf(document: DesignDocument): Pick<RecommendationPlan, "path" | "deadlineMillis"> {
  const { serving } = document.design;
  const stated = serving?.path ?? [];
  const unknown = stated.findIndex(({ step }) => !(pathSteps as readonly string[]).includes(step));
  if (unknown >= 0)
    throw new Problem({
      code: "run/not-supported",
      found: `The step \`${stated[unknown]!.step}\` is not one that a recommendation path has.`,
      fix: `use the steps ${pathSteps.map((step) => `\`${step}\``).join(", ")}`,
      at: document.placeOf(["serving", "path", unknown, "step"]),
    });
  const budget = (name: string) => (stated.find(({ step }) => step === name)?.p99?.seconds ?? 0.05) * 1000;
  return {
    path: pathSteps.map((step) => ({ step, budgetMillis: budget(step) })),
    deadlineMillis: stopWaitingShare * (serving?.deadline?.seconds ?? 1) * 1000,
  };
}

function metricsOf(document: DesignDocument): Pick<RecommendationPlan, "metric" | "metrics"> {
  const offline = (document.design.metrics?.offline ?? []).filter(({ of }) => of === undefined);
  const names = offline.map(({ metric }) => metric.text);
  const metric = offline.find(({ beats }) => beats !== undefined)?.metric.text ?? names[0] ?? "ndcg@10";
  return { metric, metrics: [...new Set([metric, ...names, "recall@10", "hitRate@10"])] };
}
