import type { Drill, DrillSetting } from "../drill.ts";
import type { DrillResult } from "../record.ts";

/** Tries a drill on a board or a design. The same setting gives the same result. */
export function runDrill(drill: Drill, setting: DrillSetting): DrillResult {
  const outcome = drill.run({ ...setting, random: setting.random.stream(`drill ${drill.id}`) });
  return { drill: drill.id, name: drill.name, atSeconds: setting.atSeconds ?? 0, ...outcome };
}
