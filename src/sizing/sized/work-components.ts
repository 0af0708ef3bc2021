import type { Traffic } from "./traffic.ts";
import { lineOf } from "./data-components.ts";
import { derived, type Figure } from "./figure.ts";
import { hoursPerMonth, machinesUsdPerMonth } from "./machine-cost.ts";
import type { Pool } from "./pools.ts";
import type { Sheet } from "./sheet.ts";
import type { ComponentFacts, ComponentKind } from "./sized.ts";

/** The run that makes predictions ahead of time, against the time until the next one. */
export function batchComponent(sheet: Sheet): ComponentFacts | undefined {
  const { batch } = sheet.design.serving ?? {};
  if (!batch) return undefined;
  const facts = { id: "batch", name: "batch run", kind: "batch job", path: "serving.batch" } as const;
  const { every, takes, rows, usableFor } = batch;
  if (!every || !takes)
    return sheet.lacks("the batch run's window", `serving.batch.${every ? "takes" : "every"}`) ?? facts;
  const period = sheet.stated(["serving", "batch", "every"], every.seconds, "s");
  const seconds = sheet.stated(["serving", "batch", "takes"], takes.seconds, "s");
  const count = rows && sheet.stated(["serving", "batch", "rows"], rows.count, "rows");
  const rate = count && derived("/s", [count, seconds], (all, time) => all / time);
  const spare = usableFor && usableFor.seconds - every.seconds - takes.seconds;
  return {
    ...facts,
    ...lineOf(seconds),
    ...(rate && { arrivalsPerSecond: rate }),
    serviceSeconds: seconds,
    utilisation: derived("share", [seconds, period], (time, window) => time / window),
    grows: true,
    says: [
      `takes ${takes.text} of ${every.text}, so ${Math.floor(every.seconds / takes.seconds)} runs fit one after the other`,
      ...(spare !== undefined && spare < 0
        ? [`results are usable for ${usableFor!.text}: one that is late leaves a gap`]
        : []),
    ],
  };
}

const kindsOfRole: Readonly<Record<Pool["role"], ComponentKind>> = {
  path: "machines",
  service: "machines",
  store: "feature store",
  stream: "stream job",
  offline: "batch job",
};

/** Machines that no step runs on: streams, stores, nightly runs. */
export function poolComponents(sheet: Sheet, pools: readonly Pool[], traffic: Traffic | undefined): ComponentFacts[] {
  return pools.filter(({ steps }) => steps.length === 0).map((pool) => poolComponent(sheet, pool, traffic));
}

function poolComponent(sheet: Sheet, pool: Pool, traffic: Traffic | undefined): ComponentFacts {
  const { name, at, parts, replicas, utilisation, role } = pool;
  const memory = (parts.memoryGib || parts.accelerators * parts.acceleratorGib) * 2 ** 30;
  return {
    id: `machines:${name}`,
    name,
    kind: kindsOfRole[role],
    path: `serving.hardware[${at}]`,
    on: name,
    ...lineOf(replicas),
    ...(traffic && role !== "offline" && { arrivalsPerSecond: traffic.peak }),
    ...(utilisation && { utilisation }),
    replicas: {
      stated: replicas,
      needed: role === "offline" ? replicas : copiesNeeded(replicas, utilisation, utilisation, 1),
    },
    ...(memory > 0 && { memoryBytes: derived("bytes", [replicas], (copies) => copies * memory) }),
    costUsdPerMonth: machinesUsdPerMonth(sheet, parts, replicas, role === "offline" ? shareOfTime(sheet) : 1),
    grows: role !== "offline",
  };
}

/** Machines of a batch system run while it runs; all others are taken to be there all the time. */
function shareOfTime(sheet: Sheet): number {
  const { serving, model } = sheet.design;
  if (serving?.mode !== "batch") return 1;
  const parts = [serving.batch, model?.train].map((one) =>
    one?.takes && one.every ? one.takes.seconds / one.every.seconds : 0,
  );
  const share = parts.reduce((sum, part) => sum + part, 0);
  return share > 0 ? Math.min(1, share) : 1;
}

/**
 * Copies that keep a utilisation when the load is a multiple of the stated one, at least two.
 *
 * @param utilisation  at the stated load with the copies there are
 */
export function copiesNeeded(
  copies: Figure,
  utilisation: Figure | undefined,
  wanted: Figure | undefined,
  times: number,
): Figure {
  if (!utilisation || !wanted) return derived("copies", [copies], (count) => Math.max(2, count * Math.max(1, times)));
  return derived("copies", [copies, utilisation, wanted], (count, busy, target) =>
    Math.max(2, Math.ceil(((count * busy * times) / Math.max(target, 0.01)) * (1 - 1e-9))),
  );
}

export { hoursPerMonth };
