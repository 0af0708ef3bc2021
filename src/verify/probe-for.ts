import type { ClaimKind } from "../design/claims.ts";
import { untestedKinds, type Probe } from "./probe.ts";
import { probes } from "./probes/index.ts";

/** The probe that measures claims of a kind, or why none does. */
export function probeFor(kind: ClaimKind): { readonly probe: Probe } | { readonly none: string } {
  const probe = (probes as readonly Probe[]).find((one) => one.kinds.includes(kind));
  return probe ? { probe } : { none: untestedKinds[kind] ?? "no probe measures this yet" };
}
