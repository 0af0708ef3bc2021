import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { saidBy } from "../words.ts";

const staysThere =
  /\b(?:leaves?|leaving|off)\s+(?:the|a|their|its)?\s*(?:user's\s+)?(?:device|phone|handset|vehicle|car|browser)|\bstays?\s+on\s+(?:the\s+|its\s+|their\s+)?(?:device|phone|handset|vehicle|car|browser)|\bon[- ]device only/i;

export default defineRule({
  id: "device-promise-broken",
  stage: "serving",
  kind: "contract",
  severity: "blocker",
  why: "The data is promised to stay where it is, and the request that needs it goes to a server.",
  source: "McMahan et al., Communication-Efficient Learning of Deep Networks from Decentralized Data (2017), AISTATS",
  asks: "Follow one request. At which point does what was promised to stay leave the device?",
  bad: (sound) =>
    edited(sound, { "requirements.constraints.privacy": ["GDPR", "no payment detail leaves the device"] }),
  *check(view) {
    const { mode } = view.design.serving ?? {};
    if (mode === undefined || mode === "on-device" || view.decided("serving.onDevice")) return;
    const privacy = view.design.requirements?.constraints?.privacy ?? [];
    const i = privacy.findIndex((text) => staysThere.test(saidBy(text) ?? ""));
    if (i < 0) return;
    yield {
      at: "serving.mode",
      lookedIn: [`requirements.constraints.privacy[${i}]`, "serving.onDevice"],
      found: `Privacy asks that \`${privacy[i]}\`, and serving is \`${mode}\`.`,
      clears: "serve on the device, or say under `serving.onDevice` which part runs there and what is sent",
    };
  },
});
