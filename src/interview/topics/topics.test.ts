import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stages } from "../../design/schema/design.ts";
import { topicGroups, type Topic } from "../topic.ts";
import { compileTopics, understand } from "../understand/index.ts";

const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
  .sort();
const loaded = await Promise.all(
  files.map(async (file) => ((await import(`./${file}`)) as { default: Topic }).default),
);
const lexicon = compileTopics(loaded);

/**
 * Utterances whose manner in the topic is not as wished, each with what was found instead. A clarifying question reaches
 * its topic as a statement does, so `asked` fits where a topic is to be found.
 */
function wrong(topic: Topic, utterances: readonly string[], fits: (manners: readonly string[]) => boolean): string[] {
  return utterances.flatMap((text) => {
    const { statements } = understand(text, { entry: 0, atSeconds: 0, lexicon });
    const own = statements.filter((statement) => statement.topic === topic.id);
    const manners = own.map(({ manner }) => manner);
    return fits(manners) ? [] : [`${text} => ${manners.join(", ") || "absent"}`];
  });
}

describe(`The lexicon of ${loaded.length} topics`, () => {
  it("has an entry for each of its files", () => {
    expect(loaded.map(({ id }) => `${id}.ts`)).toEqual(files);
  });

  it("asks no question twice", () => {
    const questions = loaded.flatMap(({ asks }) => Object.values(asks).flat());
    expect(questions.filter((question, at) => questions.indexOf(question) !== at)).toEqual([]);
  });

  for (const topic of loaded) {
    it(`knows ${topic.id}: said where it is said, denied where it is denied, absent where it only seems`, () => {
      expect(stages).toContain(topic.stage);
      expect(topicGroups).toContain(topic.group);
      const { positive, negative, nearMiss } = topic.says;
      expect({
        missed: wrong(topic, positive, (manners) => manners.includes("said") || manners.includes("asked")),
        saidThoughDenied: wrong(topic, negative, (manners) => !manners.includes("said")),
        seenInNearMiss: wrong(topic, nearMiss, (manners) => manners.length === 0),
      }).toEqual({ missed: [], saidThoughDenied: [], seenInNearMiss: [] });
    });
  }
});
