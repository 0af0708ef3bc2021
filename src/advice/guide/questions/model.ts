import { defineQuestions } from "../question.ts";
import { item, list, oneOf, sentences, splitList, told, whole } from "../read-answer.ts";
import { baselineKinds, formulations, modelKinds, retrieverKinds } from "../../../design/schema/model-kinds.ts";

const listed = ["recommendation", "feed", "search", "ads", "rag"] as const;
const single = ["fraud", "moderation", "spam", "pricing", "bidding"] as const;

export default defineQuestions([
  {
    path: "model.task",
    asks: "What is predicted, for what, from what, in one sentence?",
    why: "Framing decides the label, the loss and the metric.",
    example: "the chance that a payment will be disputed, at the moment of the payment",
    impact: 4,
  },
  {
    path: "model.formulation",
    asks: "Which kind of task is it?",
    why: "A ranking judged as a classification is tuned for the wrong thing.",
    example: "classification",
    impact: 4,
    choices: formulations,
    read: oneOf(formulations),
  },
  {
    path: "model.baseline",
    asks: "Which simple, transparent baseline comes first?",
    why: "It shows what complexity has to earn, and it is the first thing that can go live.",
    example: "rules",
    impact: 5,
    choices: baselineKinds,
    read: (words) => ({ kind: oneOf(baselineKinds)(words) }),
  },
  {
    path: "model.level",
    asks: "How complex is the model to be: 1 rules, 2 linear, 3 trees, 4 deep, 5 large language model?",
    why: "Each level costs data, latency and people. The simplest that meets the target is right.",
    example: "3",
    impact: 4,
    read: whole,
  },
  {
    path: "model.climbWhen",
    asks: "What must be true before the next level is tried?",
    why: "Without a condition, complexity arrives by fashion.",
    example: "when trees miss the recall target by more than 5 points on later data",
    impact: 2,
  },
  {
    path: "model.retrieve",
    asks: "How are candidates found, and how many does each way give? (`popularity 50, two-tower 300`)",
    why: "What is not retrieved can never be ranked; its recall is the ceiling.",
    example: "als 300, popularity 50",
    impact: 4,
    systems: listed,
    read: (words) =>
      splitList(words).map((part) => {
        const [kind = "", take] = part.split(/[\s:]+/);
        return { kind: oneOf(retrieverKinds)(kind), ...(take ? { take: whole(take) } : {}) };
      }),
  },
  {
    path: "model.rank",
    asks: "Which model scores the case or orders the candidates?",
    why: "It takes most of the latency and of the attention; justify it against the baseline.",
    example: "gbdt",
    impact: 4,
    choices: modelKinds,
    read: (words) => ({ kind: oneOf(modelKinds)(words) }),
  },
  {
    path: "model.rerank",
    asks: "What is done to the ordered list: exploration, diversity, business rules? (`explore thompson 5%`, `diversity mmr`)",
    why: "Without exploration the system only learns about what it already shows.",
    example: "explore epsilon-slot 5%",
    impact: 3,
    systems: ["recommendation", "feed", "search", "ads"],
    read: (words) =>
      splitList(words).map((part) => {
        const [kind, word, share] = part.split(/\s+/);
        if (kind === "explore") return { kind, policy: word ?? "epsilon-slot", share: share ?? "5%" };
        return kind === "diversity" ? { kind, method: word ?? "mmr" } : { kind: "rules", rules: [part] };
      }),
  },
  {
    path: "model.explore",
    asks: "How much is left to chance, by which policy, and within which bounds? (`epsilon-greedy : 1%`)",
    why: "Cases that are always decided one way never teach whether that was right.",
    example: "epsilon-greedy : 1%",
    impact: 3,
    systems: single,
    read: item(["policy", "share", "within"], /\s*:\s*/),
  },
  {
    path: "model.decide",
    asks: "What follows from a score? (`score >= 0.95 : block; score >= 0.6 : review`)",
    why: "A score is not a decision: thresholds come from the cost of each error and from the review budget.",
    example: "score >= 0.95 : block; score >= 0.6 : send to review",
    impact: 4,
    systems: ["fraud", "moderation", "spam", "pricing"],
    read: (words) => ({ actions: told(["when", "do"], /\s*:\s*/)(words) }),
  },
  {
    path: "model.auction",
    asks: "Who wins and who pays what? (`second-price : bid × pCTR`)",
    why: "The auction turns a calibration error into money.",
    example: "generalised second-price",
    impact: 4,
    systems: ["ads"],
    read: item(["kind", "ranksBy"], /\s*:\s*/),
  },
  {
    path: "model.coldStart",
    asks: "What happens for a user, an item or a query that was never seen?",
    why: "Everybody is new once, and the first answer decides whether they stay.",
    example: "new cards get the merchant's base rate and tighter limits",
    impact: 3,
  },
  {
    path: "model.conflicts",
    asks: "Which objectives pull against each other, and what settles it: weights, a constraint, Pareto, rules?",
    why: "Relevance and diversity, quality and latency, revenue and trust: somebody decides, better in writing.",
    example: "fraud caught under the constraint that at most 0.5% of good payments are stopped",
    impact: 3,
  },
  {
    path: "model.train",
    asks: "How often is it trained, on how much history? (`1d : 180d`)",
    why: "It follows from how fast the pattern changes and how late labels arrive.",
    example: "1d : 180d",
    impact: 3,
    read: item(["every", "on"], /\s*:\s*/),
  },
  {
    path: "model.train.rows",
    asks: "How many rows does one training set hold?",
    why: "It bounds how complex the model may be, and decides whether one machine is enough.",
    example: "40M",
    impact: 2,
    when: ({ model }) => model?.train !== undefined,
  },
  {
    path: "model.train.imbalance",
    asks: "How are rare outcomes handled: weights, sampling with correction, another loss?",
    why: "Sampling without correction leaves scores that are not probabilities.",
    example: "negatives sampled 1 in 20, scores corrected",
    impact: 3,
    when: ({ data }) => (data?.labels ?? []).some(({ balance }) => balance !== undefined && balance.share < 0.1),
  },
  {
    path: "model.tuning",
    asks: "How are settings chosen? (`bayesian : 40`)",
    why: "Settings chosen on the test data make the test worthless.",
    example: "random : 30",
    impact: 1,
    read: (words) => {
      const { method, trials } = item(["method", "trials"], /\s*:\s*/)(words) as Record<string, string>;
      return { method: method!, ...(trials ? { trials: whole(trials) } : {}) };
    },
  },
  {
    path: "model.calibration",
    asks: "Are scores probabilities, and how is that checked?",
    why: "Thresholds, auctions and expected costs need probabilities, not orders.",
    example: "isotonic on the last week; expected calibration error below 1%",
    impact: 3,
    systems: ["fraud", "ads", "bidding", "pricing", "moderation"],
  },
  {
    path: "model.offPolicy",
    asks: "How is a new policy judged on logged decisions before anybody sees it? (`ips, dr`)",
    why: "It catches bad policies without hurting people, if propensities were logged.",
    example: "snips, dr",
    impact: 2,
    systems: ["recommendation", "feed", "search", "ads", "pricing", "bidding"],
    read: (words) => ({ estimators: list(words.toLowerCase()) }),
  },
  {
    path: "model.explanation",
    asks: "How is one decision explained, and to whom? (`reason codes : reviewer`)",
    why: "Reviewers, customers and regulators ask; engineers do when accuracy drops.",
    example: "the three strongest reasons from the trees : reviewer",
    impact: 3,
    read: item(["how", "for"], /\s*:\s*/),
  },
  {
    path: "model.chunks",
    asks: "How are documents cut? (`400 : 60`, tokens and overlap)",
    why: "Chunks too long bury the answer, too short tear it apart.",
    example: "400 : 60",
    impact: 3,
    systems: ["rag"],
    read: item(["tokens", "overlap"], /\s*:\s*/),
  },
  {
    path: "model.iterations",
    asks: "What is tried first after the first release?",
    why: "An order of experiments shows that the plan survives contact.",
    example: "graph features; text of the complaint; a network on sequences",
    impact: 1,
    read: sentences,
  },
]);
