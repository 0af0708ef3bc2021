import { lensNamed, sectionOf } from "../../design/lenses.ts";
import type { DesignDocument } from "../../design/design.ts";
import { valueAt } from "../../design/edit/plain-value.ts";
import { parseDesign } from "../../design/parse.ts";
import { partsOf } from "../../design/plain.ts";
import { stages, type Stage } from "../../design/schema/design.ts";
import { Problem } from "../../kit/problem.ts";
import { reviewDesign } from "../../review/review.ts";
import type { MidRoundChange, ProblemDrill } from "../problem.ts";
import type { RoundSetup } from "../record.ts";
import type { Topic } from "../topic.ts";
import type { Brief, DesignQuestion } from "./brief.ts";
import type { RoundParts } from "./parts.ts";
import { staples } from "./staples.ts";

/**
 * A round about the person's own system: there is nothing hidden, and the review says where to ask.
 *
 * @throws {Problem} `interview/no-design`, or the first mistake of the document
 */
export function ownBrief(setup: RoundSetup, { topics, rules }: RoundParts): Brief {
  const design = readOwn(setup.design);
  const covered = topicsOf(topics, design, setup);
  const first = staples[setup.level].filter((topic) => covered.includes(topic));
  return {
    presents: presentation(design),
    problem: undefined,
    design,
    facts: [],
    mustDiscuss: first,
    agenda: [...new Set([...(setup.aims ?? []).filter((topic) => covered.includes(topic)), ...first, ...covered])],
    designQuestions: questionsAbout(design, rules),
    change: ownChange,
    drills: ownDrills,
  };
}

function readOwn(text: string | undefined): DesignDocument {
  if (text === undefined) {
    const fix = "Give the design document that the round is about, or name one of the problems.";
    throw new Problem({ code: "interview/no-design", found: "A round about an own system needs its design.", fix });
  }
  const { document, problems } = parseDesign(text);
  if (!document) throw problems[0]!;
  return document;
}

function presentation({ design }: DesignDocument): string {
  const objective = design.requirements?.objective;
  return [
    `Today we talk about a system of yours: ${design.title ?? design.name}.`,
    objective ? `Your document gives this objective: ${sentence(objective)}` : "Your document gives no objective yet.",
    "You know it and I do not: what is not written, I will ask you.",
  ].join("\n");
}

function sentence(text: string): string {
  return /[.?!]\s*$/u.test(text) ? text.trim() : `${text.trim()}.`;
}

/** Topics with a place in the document that the lens shows: staples of the level, and what the document has. */
function topicsOf(topics: readonly Topic[], { design }: DesignDocument, { lens, level }: RoundSetup): string[] {
  const shown = topics.filter(({ paths = [] }) => paths.some((path) => sectionOf(lensNamed(lens), path) !== undefined));
  const written = (topic: Topic) => topic.paths!.some((path) => valueAt(design, partsOf(path)) !== undefined);
  return shown.filter((topic) => staples[level].includes(topic.id) || written(topic)).map(({ id }) => id);
}

/** One question for each rule that found something, the most serious first. */
function questionsAbout(document: DesignDocument, rules: RoundParts["rules"]): DesignQuestion[] {
  const { findings } = reviewDesign(document, { rules });
  const byRule = new Map(findings.map(({ rule, stage, asks }) => [rule, { rule, stage: inStages(stage), asks }]));
  return [...byRule.values()];
}

/** What belongs to the people around a system is asked with its requirements. */
function inStages(stage: string): Stage {
  return stages.find((one) => one === stage) ?? "requirements";
}

const ownChange: MidRoundChange = {
  says:
    "Let me change one thing. From next quarter your system has to answer five times as many requests, and its budget " +
    "stays as it is. What do you change first?",
  topics: ["capacity", "cost-optimisation", "caching"],
  changes: [{ path: "requirements.scale.requests.peak", words: "5x" }],
};

const ownDrills: readonly ProblemDrill[] = [
  { drill: "model-server-down", says: "I take your model server away for ten minutes." },
  { drill: "feature-store-down", says: "Now your store of features stops answering." },
  { drill: "traffic-10x", says: "Traffic is ten times what you planned for." },
];
