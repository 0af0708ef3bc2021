import type { Design } from "../design/design.ts";
import { nearest } from "../kit/suggest.ts";
import { Problem } from "../kit/problem.ts";
import type { Advice, NotYet, Proposal } from "./advice.ts";
import { stages } from "../design/schema/design.ts";
import { subjects } from "./subjects/index.ts";

const order: readonly string[] = [...stages, "organisation"];
/** In the order of the stages, within a stage by name. */
const inOrder: readonly Advice[] = [...subjects].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));

/** The answer to one subject, with its question. */
export type Advised = Pick<Advice, "id" | "stage" | "asks"> & { readonly answer: Proposal | NotYet };

export type SubjectId = (typeof subjects)[number]["id"];

/** Every subject, in the order of the stages, each answered or told what it needs. */
export const adviseAll = (design: Design): Advised[] => inOrder.map((subject) => answered(subject, design));

/**
 * One subject.
 *
 * @throws {Problem} `advice/unknown-subject`
 */
export function advise(design: Design, id: string): Advised {
  const subject = subjects.find((one) => one.id === id);
  if (subject) return answered(subject, design);
  const ids = subjects.map((one) => one.id);
  const meant = nearest(id, ids);
  throw new Problem({
    code: "advice/unknown-subject",
    found: `There is no advice on \`${id}\`.`,
    fix: meant
      ? `write \`${meant}\`, if that is what was meant`
      : `choose one of ${ids.map((one) => `\`${one}\``).join(", ")}`,
  });
}

const answered = ({ id, stage, asks, propose }: Advice, design: Design): Advised => ({
  id,
  stage,
  asks,
  answer: propose(design),
});
