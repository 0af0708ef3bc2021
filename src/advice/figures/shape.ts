import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import type { formulations } from "../../design/schema/model-kinds.ts";
import type { Fact } from "../advice.ts";
import { facts } from "../facts.ts";

export type Formulation = (typeof formulations)[number];

const usual: Partial<Record<System, Formulation>> = {
  recommendation: "ranking",
  feed: "ranking",
  search: "ranking",
  fraud: "classification",
  moderation: "classification",
  spam: "classification",
  ads: "classification",
  bidding: "classification",
  rag: "generation",
  pricing: "decision under uncertainty",
  perception: "detection",
};

/** The kind of learning task: as stated, else what is usual for the kind of system. */
export function formulation(
  design: Design,
): { readonly task: Formulation; readonly facts: readonly Fact[] } | undefined {
  const { formulation: task } = design.model ?? {};
  if (task) return { task, facts: facts(design, "model.formulation") };
  const task_ = design.system && usual[design.system];
  return task_ && { task: task_, facts: facts(design, "system") };
}

const systemsOfLists: readonly (System | undefined)[] = ["recommendation", "feed", "search"];
const systemsOfCases: readonly (System | undefined)[] = ["fraud", "moderation", "spam"];

/** Whether an answer is a list of things, of which people see the first few. */
export const givesLists = ({ system, model }: Design): boolean =>
  systemsOfLists.includes(system) || (system === "other" && model?.formulation === "ranking");

/** Whether each case is judged alone: let through, hold, block. */
export const judgesCases = ({ system }: Design): boolean => systemsOfCases.includes(system);

/** Facts that show raw text, pictures or vectors among the inputs. */
export function rawInputs(design: Design): Fact[] {
  const sources = (design.data?.sources ?? []).flatMap(({ kind }, i) =>
    kind === "documents" || kind === "images" ? facts(design, `data.sources[${i}].kind`) : [],
  );
  const features = (design.features ?? []).flatMap(({ type, is }, i) => {
    if (type === "text" || type === "embedding") return facts(design, `features[${i}].type`);
    return is?.kind === "embedding" ? facts(design, `features[${i}].is`) : [];
  });
  return [...sources, ...features];
}

/** Facts that show inputs which only exist once somebody asks. */
export function requestInputs(design: Design): Fact[] {
  return (design.features ?? []).flatMap(({ is, computed, group }, i) => {
    if (is?.kind === "request") return facts(design, `features[${i}].is`);
    if (computed === "on-demand") return facts(design, `features[${i}].computed`);
    return group === "query" || group === "context" ? facts(design, `features[${i}].group`) : [];
  });
}

/** Words of the document that name a device which must carry the model. */
export function deviceWords(design: Design): Fact[] {
  const { hardware = "", privacy = [] } = design.requirements?.constraints ?? {};
  const device = /\b(phone|handset|vehicle|car|edge|on[- ]device|device|browser|embedded|wearable|camera)\b/i;
  const leaves = /\b(on[- ]device|leaves? the (device|phone|car|vehicle))\b/i;
  return [
    ...(device.test(hardware) ? facts(design, "requirements.constraints.hardware") : []),
    ...(privacy.some((law) => leaves.test(law)) ? facts(design, "requirements.constraints.privacy") : []),
  ];
}
