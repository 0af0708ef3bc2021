import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "decay-metric-unmeasured",
  stage: "monitoring",
  kind: "contract",
  severity: "flaw",
  why: "A fall below launch can only be seen in a metric that was measured at launch.",
  source: "Breck et al., The ML Test Score (2017), doi:10.1109/BigData.2017.8258038",
  asks: "You alarm at 10% below launch. Where is the value at launch written down?",
  bad: (sound) => edited(sound, { "monitoring.decay.metric": "logLoss" }),
  *check({ design }) {
    const { decay } = design.monitoring ?? {};
    const { offline = [], online = [], guardrails = [] } = design.metrics ?? {};
    if (!decay || offline.length === 0) return;
    const measured = [...offline.map((one) => one.metric.name), ...guardrails.map((one) => one.metric.name)];
    if ([...measured, ...online.map((one) => one.metric)].includes(decay.metric.name)) return;
    const first = offline[0]?.metric.text;
    yield {
      at: "monitoring.decay.metric",
      lookedIn: ["metrics.offline", "metrics.online", "metrics.guardrails"],
      found: `Decay is seen by \`${decay.metric.text}\`, which is measured nowhere before release.`,
      clears: `watch a metric that stands under \`metrics\`, or add \`${decay.metric.text}\` there`,
      ...(offline.length === 1 && { fix: [{ set: ["monitoring", "decay", "metric"], to: first! }] }),
    };
  },
});
