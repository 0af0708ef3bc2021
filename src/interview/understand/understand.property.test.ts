import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTopics, topicsAsked, understand, withCorrections } from "./index.ts";
import { sampleTopics } from "./testing/sample-topics.ts";

const lexicon = compileTopics(sampleTopics);
const read = (text: string) => understand(text, { entry: 0, atSeconds: 0, lexicon });

const words =
  "monitoring drift we would not skip cache feature store because 50 ms % , . ; but later what ? \n users 10k \u200b ５ half a never without it - one million $ scratch that actually".split(
    " ",
  );
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((chosen) => chosen.join(" ")),
);

describe("understand, for any text,", () => {
  it("quotes verbatim, and gives the same again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { statements, quantities, unreadCharacters } = read(text);
        for (const { quote } of statements) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        for (const said of [...quantities, ...statements.flatMap((statement) => statement.quantities)]) {
          expect(text.slice(said.start, said.end)).toBe(said.text);
          expect(Number.isFinite(said.value)).toBe(true);
        }
        expect(unreadCharacters).toBe(0);
        expect(read(text).statements).toEqual(statements);
        expect(topicsAsked(text, lexicon).every((topic) => lexicon.numbers.has(topic))).toBe(true);
      }),
    );
  });

  it("loses no statement when an unrelated sentence follows", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const longer = read(`${text}.\n\nThe weather is fine.`).statements;
        for (const { topic } of read(text).statements) expect(longer.some((found) => found.topic === topic)).toBe(true);
      }),
    );
  });

  it("points corrections only forward, at a statement of the same topic", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const all = withCorrections(withCorrections([], read(first)), read(second));
        all.forEach(({ topic, supersededBy }, at) => {
          if (supersededBy === undefined) return;
          expect(supersededBy).toBeGreaterThan(at);
          expect(all[supersededBy]!.topic).toBe(topic);
        });
      }),
    );
  });
});
