import { lensNamed, sectionOf, startsWith, type LensSection } from "../../design/lenses.ts";
import type { LensName } from "../../design/schema/design.ts";
import type { Topic } from "../topic.ts";

/** A section of a lens with the seconds of the round that are its own. */
export interface PlannedSection {
  readonly section: LensSection;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** The sections of a lens one after another, their budgets scaled so that together they fill the round. */
export function planOf(lens: LensName, minutes: number): PlannedSection[] {
  const { sections } = lensNamed(lens);
  const scale = (60 * minutes) / sections.reduce((sum, section) => sum + section.minutes, 0);
  let startSeconds = 0;
  return sections.map((section) => {
    const endSeconds = startSeconds + section.minutes * scale;
    const planned = { section, startSeconds, endSeconds };
    startSeconds = endSeconds;
    return planned;
  });
}

/** Position of the section that the plan has at a time; the last one from its start on. */
export function plannedAt(plan: readonly PlannedSection[], atSeconds: number): number {
  const at = plan.findIndex(({ endSeconds }) => atSeconds < endSeconds);
  return at < 0 ? plan.length - 1 : at;
}

/** Position of the section in which a topic is talked about: by where it stands in a document, else by its stage. */
export function sectionOfTopic(lens: LensName, { paths = [], stage }: Pick<Topic, "paths" | "stage">): number {
  const { sections } = lensNamed(lens);
  const exact = paths.map((path) => sectionOf(lensNamed(lens), path)).find((section) => section !== undefined);
  const section = exact ?? sectionOf(lensNamed(lens), stage);
  return section ? sections.indexOf(section) : sections.findIndex(({ paths }) => paths.some(isIn(stage)));
}

const isIn = (stage: string) => (path: string) => startsWith(path, stage);
