import type { Level, Move, Style } from "../record.ts";
import type { Depth, Statement } from "../statement.ts";
import { shows } from "../ledger/coverage.ts";
import type { Turn } from "./observe.ts";
import { excerpt, filled, wording } from "./phrasing.ts";
import type { RoundState } from "./state.ts";
import { isNew, utter } from "./utter.ts";
import { heardByCoach, heardByInterviewer } from "./words.ts";

/** How often something that was said is said back. */
const shares: Readonly<Record<Style, Readonly<Record<Level, number>>>> = {
  coach: { junior: 0.8, senior: 0.6, staff: 0.5 },
  interviewer: { junior: 0.5, senior: 0.4, staff: 0.3 },
};

/** Whether this turn is one of those of which a piece is said back. */
export function acknowledges({ random, setup }: RoundState): boolean {
  return random.next() < shares[setup.style][setup.level];
}

/** Says back a piece of what was just said, in the candidate's own words. It praises nothing that it does not name. */
export function acknowledge(state: RoundState, { statements }: Turn): Move[] {
  const best = statements.filter((one) => shows(one) && one.from === "words").sort(byDepth)[0];
  const quote = best && excerpt(best.quote.text, { withNumber: best.depth.includes("number") });
  if (!quote || isOrder(quote)) return [];
  const text = filled(heardForm(state, best, quote), { quote });
  return isNew(state, text) ? utter(state, { kind: "acknowledge", text, topic: best.topic }) : [];
}

/** What tells the interviewer to do something is not said back: it is no part of a design. */
function isOrder(quote: string): boolean {
  return /^(?:please|ignore|forget|tell|give|print|repeat|reveal|show|mark|act|pretend|you (?:are|must|will)|system)\b/iu.test(
    quote,
  );
}

function heardForm(state: RoundState, statement: Statement, quote: string): string {
  const depth = state.setup.style === "coach" ? mainDepth(statement, quote) : undefined;
  if (depth === undefined) return wording(state, "heard", heardByInterviewer)!;
  return wording(state, `heard ${depth}`, heardByCoach[depth])!;
}

/** What was said best first: by what it adds, then the fuller sentence, up to what can be said back. */
function byDepth(a: Statement, b: Statement): number {
  return b.depth.length - a.depth.length || fullness(b) - fullness(a);
}

const fullness = ({ quote }: Statement): number => Math.min(80, quote.text.length);

/** Share of a clause from which a piece of it stands for the whole. */
const wholeShare = 0.6;

/**
 * What the quoted piece adds, where that can be told: a number must be in it, and of anything else it must be most of the
 * clause. A trade-off is rarer than a consequence, and is told of first.
 */
function mainDepth({ depth, quote }: Statement, piece: string): Depth | undefined {
  const rarest = ["trade-off", "number", "consequence", "mechanism"] as const;
  const isMost = piece.length >= wholeShare * quote.text.length;
  return rarest.find((one) => depth.includes(one) && (one === "number" ? /\d/u.test(piece) : isMost));
}
