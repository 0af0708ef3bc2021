import { readFileSync } from "node:fs";
import { problems } from "../../interview/problems/index.ts";
import type { RoundSetup } from "../../interview/record.ts";
import { Problem } from "../../kit/problem.ts";
import { seededRandom } from "../../kit/random.ts";

export interface SetupInput {
  readonly problem?: string | undefined;
  readonly level: RoundSetup["level"];
  readonly lens: RoundSetup["lens"];
  readonly minutes: number;
  readonly style: RoundSetup["style"];
  readonly seed: string;
  readonly design?: string | undefined;
}

/** What a round is begun with. Without a problem, chance picks one of the level. */
export function setupOf({ design, problem, ...input }: SetupInput): RoundSetup {
  const { level, lens, minutes, style, seed } = input;
  const facts = { level, lens, minutes, style, seed };
  if (design !== undefined) return { ...facts, problem: "own", design: textOf(design) };
  return { ...facts, problem: problem ?? drawn(level, seed) };
}

function drawn(level: RoundSetup["level"], seed: string): string {
  const fitting = problems.filter((one) => one.level === level);
  return fitting[seededRandom(seed).stream("problem").int(fitting.length)]!.id;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Problem({
      code: "design/unreadable",
      found: "The design cannot be read.",
      fix: "name a file that is there and that you may read",
      at: { file },
      cause,
    });
  }
}
