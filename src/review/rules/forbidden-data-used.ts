import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { defineRule, type Where } from "../rule.ts";
import { nameWords } from "../words.ts";

export default defineRule({
  id: "forbidden-data-used",
  stage: "data",
  kind: "contract",
  severity: "blocker",
  why: "The document promises that this never reaches a log, a feature or a model, and then puts it there.",
  source: "Regulation (EU) 2016/679 (GDPR), article 25 (2016)",
  asks: "Read your list of what is never kept. Now read your features and your log. Do they agree?",
  bad: (sound) => edited(sound, { "features[amount].is": "request security_code" }),
  *check({ design }) {
    const forbidden = (design.data?.personal?.never ?? []).map((text, i) => ({ text, words: nameWords(text), i }));
    for (const { words, what, at } of uses(design)) {
      const broken = forbidden.find((one) => one.words !== "" && one.words === words);
      if (!broken) continue;
      yield {
        at,
        lookedIn: [`data.personal.never[${broken.i}]`],
        found: `${what} holds \`${broken.text}\`, which \`data.personal.never\` forbids.`,
        clears: `take it out, or take \`${broken.text}\` off the list and say on which basis it is used`,
      };
    }
  },
});

interface Use {
  readonly words: string;
  readonly what: string;
  readonly at: Where;
}

/** Columns that features read, and the items of the log. */
function uses({ features, monitoring }: Design): Use[] {
  const read = (features ?? []).flatMap(({ name, is }, i) => {
    const column = is && "column" in is ? [{ text: is.column, at: ["features", i, "is"] }] : [];
    return [{ text: name, at: ["features", i, "name"] }, ...column].map(({ text, at }) => ({
      words: nameWords(text),
      what: `The feature \`${name}\``,
      at,
    }));
  });
  const logged = (monitoring?.feedback?.log ?? "").split(/[,;:]| and /).map(nameWords);
  return [...read, ...logged.map((words) => ({ words, what: "The log", at: "monitoring.feedback.log" }))];
}
