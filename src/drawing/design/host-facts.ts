import type { Sized, SizedComponent } from "../../sizing/sized/index.ts";
import type { NamedFact } from "./facts.ts";
import { busyBadge } from "./sized-badges.ts";
import { atPeak, badged, costText } from "./sized-words.ts";
import { hostId } from "./views/hosts.ts";

/** Machines: what they cost in a month, and how busy the busiest of what runs on them is. */
export function hostFacts({ components }: Sized): NamedFact[] {
  const onMachines = components.filter(({ on }) => on !== undefined);
  return [...Map.groupBy(onMachines, hostOf)].map(([id, all]) => {
    const usd = all.reduce((sum, { costUsdPerMonth }) => sum + (costUsdPerMonth?.value ?? 0), 0);
    const busy = Math.max(...all.map((one) => atPeak(one)?.utilisation ?? one.utilisation?.value ?? 0));
    return [id, { adds: costText(usd), ...badged(busyBadge(busy)) }];
  });
}

/** Steps whose machines are not stated run where the picture puts them: on the application. */
function hostOf({ on, kind, replicas }: SizedComponent): string {
  const own = replicas?.stated?.from.some(({ path }) => path?.startsWith("serving.path"));
  return hostId(kind === "step" && (on === "service" || own) ? "application" : on!);
}
