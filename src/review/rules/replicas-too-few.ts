import { durationText } from "../../kit/quantity.ts";
import { machinesOf } from "../arithmetic/machine.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt } from "../words.ts";

/** Median over p99 of a step that says only its p99. */
const usualSpread = 1 / 3;

export default defineRule({
  id: "replicas-too-few",
  stage: "serving",
  kind: "arithmetic",
  severity: "blocker",
  why: "When more work arrives than the machines can do, the queue grows until every request is late.",
  source: "Little, A Proof for the Queuing Formula L = λW (1961), doi:10.1287/opre.9.3.383",
  asks: "Two hundred requests a second of fifty milliseconds each: how many are being worked on at once, and by how many?",
  base: "recommendation",
  bad: (sound) => edited(sound, { "requirements.scale.requests.peak": "90k/s" }),
  *check({ design }) {
    const { average, peak } = design.requirements?.scale?.requests ?? {};
    const load = peak ?? average;
    if (!load) return;
    for (const [i, { step, p50, p99 }] of (design.serving?.path ?? []).entries()) {
      const machine = machinesOf(design).find(
        ({ name, cpus, accelerators }) => cpus && !accelerators && namesIt(name, step),
      );
      if (!machine || !p99) continue;
      const seconds = p50?.seconds ?? p99.seconds * usualSpread;
      const busy = load.perSecond * seconds;
      const workers = machine.replicas * machine.cpus!;
      if (busy <= workers) continue;
      const needed = Math.ceil(busy / machine.cpus!);
      yield {
        at: ["serving", "hardware", machine.index],
        found: `At ${load.text} the step \`${step}\` keeps ${Math.round(busy)} processors busy, and ${machine.name} has ${workers}.`,
        clears: `run ${needed} replicas or more, or make the step shorter`,
        working: {
          inputs: [
            { name: "requests", value: load.text, at: `requirements.scale.requests.${peak ? "peak" : "average"}` },
            { name: `time in ${step}`, value: durationText(seconds), at: ["serving", "path", i, p50 ? "p50" : "p99"] },
            {
              name: machine.name,
              value: `${machine.replicas} × ${machine.text}`,
              at: ["serving", "hardware", machine.index],
            },
          ],
          sum: `${load.text} × ${durationText(seconds)}${p50 ? "" : ", a third of the p99"}`,
          result: `${Math.round(busy)} at once, of ${workers}`,
        },
        fix: [{ set: ["serving", "hardware", machine.index, "replicas"], to: needed }],
      };
    }
  },
});
