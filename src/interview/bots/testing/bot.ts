import type { Random } from "../../../kit/random.ts";
import type { InterviewProblem } from "../../problem.ts";
import type { Move, RoundSetup } from "../../record.ts";

/** What a bot does next, and how long that takes it. */
export interface Doing {
  readonly kind: "say" | "draw" | "hint" | "facts" | "drill";
  readonly text: string;
  readonly seconds: number;
}

/** What a bot goes by. */
export interface Situation {
  /** Moves since it last did something. */
  readonly heard: readonly Move[];
  readonly atSeconds: number;
  readonly setup: RoundSetup;
}

/** A candidate that a program plays. `enter` gives it a fresh mind for one round. */
export interface Bot {
  readonly name: string;
  /** Whether it says something about the design at all, so that laws about real candidates hold for it. */
  readonly talks: boolean;
  readonly enter: (random: Random, problem: InterviewProblem | undefined) => (situation: Situation) => Doing;
}

/** Something said at the pace of speech, after a moment's thought. */
export function spoken(text: string, thinkingSeconds: number): Doing {
  const words = text.split(/\s+/u).length;
  return { kind: "say", text, seconds: thinkingSeconds + words / 2.3 };
}
