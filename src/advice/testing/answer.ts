import { defineDesign } from "../../design/parse.ts";
import { pathText } from "../../design/unsettled.ts";
import { isProposal, type Proposal } from "../advice.ts";
import { advise, type SubjectId } from "../advise.ts";
import { asInput, type Plain } from "./samples.ts";

/** A document with a name and what is given. */
export const document = (parts: Plain): Plain => ({ plumbline: 1, name: "tried", ...parts });

/** What a subject recommends, or `needs:` and the paths of what is missing. */
export function answerTo(id: SubjectId, parts: Plain): string {
  const { answer } = advise(defineDesign(asInput(document(parts))), id);
  return isProposal(answer) ? answer.recommend : `needs: ${answer.needs.map(({ path }) => pathText(path)).join(", ")}`;
}

/** The whole proposal. @throws {Error} where the subject refuses */
export function proposalOf(id: SubjectId, parts: Plain): Proposal {
  const { answer } = advise(defineDesign(asInput(document(parts))), id);
  if (!isProposal(answer)) throw new Error(`${id} refuses`);
  return answer;
}
