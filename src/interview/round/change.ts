import type { Move } from "../record.ts";
import { sectionOfTopic } from "./plan.ts";
import type { RoundState } from "./state.ts";
import { utter } from "./utter.ts";

/** The one change of requirements: in the middle of the round, or a little earlier when serving has been reached. */
export function changeRequirements(state: RoundState): Move[] {
  if (state.changed || !isTime(state)) return [];
  const { says, topics } = state.brief.change;
  const moves = utter(state, { kind: "change", text: says, ...(topics[0] && { topic: topics[0] }) });
  state.changed = moves.length > 0;
  return moves;
}

function isTime({ setup, lastSeconds, sectionAt }: RoundState): boolean {
  const share = lastSeconds / (60 * setup.minutes);
  const serving = sectionOfTopic(setup.lens, { stage: "serving" });
  return share >= 1 / 2 || (share >= 2 / 5 && sectionAt >= serving);
}
