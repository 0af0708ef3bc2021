import type { Tables } from "../../data/table-store.ts";
import type { Random } from "../../kit/random.ts";
import { Problem } from "../../kit/problem.ts";
import type { Collaborative } from "./collaborative.ts";
import type { Limits } from "./learn.ts";
import { pastCandidates } from "./past-candidates.ts";
import type { RecommendationPlan } from "./plan.ts";
import { thinCandidates } from "./rank-rows.ts";
import { readVisits, type Cuts, type Visit } from "./visits.ts";

/** Visits that teach the ranker, in the order of time, and the candidates of each; every visit has a hit. */
export interface LearningVisits {
  readonly visits: readonly Visit[];
  readonly candidates: readonly (readonly string[])[];
}

type Thinned = ReturnType<typeof thinCandidates>;

/** The largest batch of visits whose candidates are found at once, which bounds memory. */
const largestBatch = 10_000;
/** A little more than what is expected to fill the rows, so that a second batch is rarely needed. */
const surplus = 1.1;

/**
 * Draws visits until they give as many rows as the limits allow. Where few visits hold something that candidate
 * generation finds, more of them are looked at.
 *
 * @throws {Problem} `run/nothing-to-learn`
 */
export async function drawLearningVisits(
  tables: Tables,
  plan: RecommendationPlan,
  cuts: Cuts,
  limits: Limits,
  { collaborative, random }: { collaborative: Collaborative | undefined; random: Random },
): Promise<LearningVisits> {
  const period = { fromMillis: cuts.learnFromMillis, untilMillis: cuts.testFromMillis };
  const all = random.shuffle(
    await readVisits(tables, plan, { ...period, knownByMillis: cuts.testFromMillis }, limits.learningVisits),
  );
  if (all.length < 50) throw tooFewVisits(all.length);
  const kept: Thinned = { visits: [], candidates: [] };
  let looked = 0;
  let rows = 0;
  while (looked < all.length && rows < limits.learningRows) {
    const rowsPerVisit = looked === 0 ? limits.candidatesPerLearningVisit : Math.max(1, rows / looked);
    const size = Math.min(largestBatch, Math.ceil((surplus * (limits.learningRows - rows)) / rowsPerVisit));
    const batch = all.slice(looked, (looked += size));
    const { merged } = await pastCandidates(tables, plan, batch, collaborative);
    const thin = thinCandidates(batch, merged, limits.candidatesPerLearningVisit, random);
    kept.visits.push(...thin.visits);
    kept.candidates.push(...thin.candidates);
    rows += thin.candidates.reduce((sum, list) => sum + list.length, 0);
  }
  if (kept.visits.length < 20) throw tooFewVisits(kept.visits.length);
  return byTime(kept);
}

function byTime({ visits, candidates }: Thinned): LearningVisits {
  const order = [...visits.keys()].toSorted((a, b) => {
    const [x, y] = [visits[a]!, visits[b]!];
    return x.timeMillis - y.timeMillis || (x.key < y.key ? -1 : 1);
  });
  return { visits: order.map((i) => visits[i]!), candidates: order.map((i) => candidates[i]!) };
}

function tooFewVisits(found: number): Problem {
  return new Problem({
    code: "run/nothing-to-learn",
    found: `Only ${found} visits can teach the ranker, which is too few.`,
    fix: "bring more history; at least some hundred visits with outcomes are needed before the test period",
  });
}
