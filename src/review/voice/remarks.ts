import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import type { Finding, Review } from "../finding.ts";
import { mostVoiced } from "./prompt.ts";

/** What a language model says about a finding that rules made. Its words, not those of the review. */
export interface Remark {
  readonly finding: Finding;
  /** Name of the model, as it was configured. */
  readonly model: string;
  readonly explanation?: string;
  readonly question?: string;
  /** Why it may not matter; the finding stands all the same. */
  readonly likelyIrrelevant?: string;
}

const words = z.string().min(1).max(1_200);
const answer = z.strictObject({
  remarks: z
    .array(
      z.strictObject({
        finding: z.int().min(1),
        explanation: words.optional(),
        question: words.optional(),
        likelyIrrelevant: words.optional(),
      }),
    )
    .max(mostVoiced),
});

/**
 * The remarks of an answer, each tied to a finding that is there.
 *
 * @throws {Problem} `review/voice-unusable` for what is no such JSON, names a finding that was not given, or one twice
 */
export function remarksOf(reply: string, { findings }: Review, model: string): Remark[] {
  const { remarks } = parsed(reply);
  const given = findings.slice(0, mostVoiced);
  const seen = new Set<number>();
  return remarks.map(({ finding: number, ...said }) => {
    const finding = given[number - 1];
    if (!finding) throw unusable(`It speaks of finding ${number}, and ${given.length} were given.`);
    if (seen.has(number)) throw unusable(`It speaks of finding ${number} twice.`);
    seen.add(number);
    return { finding, model: plain(model), ...cleaned(said) };
  });
}

function parsed(reply: string): z.output<typeof answer> {
  const bare = reply.trim().replace(/^```(?:json)?\s*|\s*```$/g, "");
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (cause) {
    throw unusable("It is not JSON.", cause);
  }
  const checked = answer.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw unusable(`At \`${plain(issue!.path.join(".")) || "the top"}\`: ${plain(issue!.message)}.`);
}

type Said = Pick<z.output<typeof answer>["remarks"][number], "explanation" | "question" | "likelyIrrelevant">;

const cleaned = (said: Said): Omit<Remark, "finding" | "model"> =>
  Object.fromEntries(Object.entries(said).flatMap(([key, text]) => (text === undefined ? [] : [[key, plain(text)]])));

/** Without line ends and characters that steer a terminal or turn the direction of text. */
const plain = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 1_200);

function unusable(why: string, cause?: unknown): Problem {
  return new Problem({
    code: "review/voice-unusable",
    found: `The language model's answer cannot be used. ${why}`,
    fix: "try again, name another model in PLUMB_MODEL, or leave `--explain-with-model` away",
    cause,
  });
}
