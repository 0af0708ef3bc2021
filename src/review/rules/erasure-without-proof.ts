import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "erasure-without-proof",
  stage: "data",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A time limit without a way is a promise that nobody can keep or show to have kept.",
  source: "Regulation (EU) 2016/679 (GDPR), article 5(2) (2016)",
  asks: "The regulator asks for proof that this person is gone. What do you show?",
  bad: (sound) => edited(sound, { "data.erasure.how": gone }),
  *check(view) {
    const { within } = view.design.data?.erasure ?? {};
    if (!within || view.decided("data.erasure.how")) return;
    yield {
      at: "data.erasure.how",
      lookedIn: ["data.erasure"],
      found: `A person is to be gone within ${within.text}, and nothing says how that is done.`,
      clears: "write `how:` with the mechanism for rows, features and models, and how it is proved",
    };
  },
});
