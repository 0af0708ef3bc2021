import type { Design } from "../../design/design.ts";
import { component, where, type Component } from "./component.ts";

export const componentsOfRequirements = ({ requirements }: Design): Component[] =>
  where(requirements?.decision, "decision", "decision", "requirements.decision");

/** Components written down as such; one without a kind is a service. */
export const componentsOfArchitecture = ({ architecture }: Design): Component[] =>
  (architecture?.components ?? []).map(({ name, kind, layer }, i) => ({
    ...component(kind ?? "service", name, `architecture.components[${i}]`),
    ...(layer && { layer }),
  }));
