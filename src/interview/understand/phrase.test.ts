import { describe, expect, it } from "vitest";
import { compilePhrases, matchesAny } from "./index.ts";

const found = (phrase: string, text: string) => matchesAny(text, compilePhrases([phrase]));

describe("a phrase", () => {
  it.each([
    ["two-tower", "a two tower model"],
    ["two tower", "Two-Towers"],
    ["don't retrain", "we do not retrain"],
    ["monitor", "monitoring"],
    ["retry", "it retries twice"],
    ["materialise", "we materialized it"],
    ["behaviour", "user behaviors"],
    ["cache", "caching"],
    ["booking", "bookings"],
    ["embedding", "embeddings"],
    ["gpu", "GPUs"],
    ["feature|embedding store", "an embedding store"],
    ["two-tower|dssm model", "the two-tower model"],
    ["online feature? store", "online store"],
    ["online feature? store", "online feature store"],
    ["calibrat*", "calibrated"],
    ["normalis*", "normalization"],
    ["=labels", "the labels"],
    ["write .. redis", "we write all features to redis"],
    ["write ... redis", "we write one two three four five six seven features to redis"],
    ["kept for #duration", "kept for a couple of weeks"],
    ["# user", "2 million users"],
    ["#count user", "ten thousand daily users"],
    ["#count", "ten thousand users"],
    ["daily retrain", "daily retraining"],
    ["a/b test", "an A/B test"],
    ["ab test", "an a-b test"],
    ["kind of model", "sort of a model"],
    ["feature store", "FEATURE\u00a0STORE"],
    ["cache", "ca\u200bche"],
    ["cache", "ｃａｃｈｅ"],
  ])("%s is found in: %s", (phrase, text) => {
    expect(found(phrase!, text!)).toBe(true);
  });

  it.each([
    ["=label", "the labels"],
    ["write .. redis", "we write all of our many new features to redis"],
    ["write .. redis", "we write. Redis is there"],
    ["feature store", "the store of features"],
    ["#duration", "40 users"],
    ["cache", "cash"],
    ["keep #duration", "keep it forever"],
  ])("%s is not found in: %s", (phrase, text) => {
    expect(found(phrase, text)).toBe(false);
  });

  it("that can match nothing is refused", () => {
    for (const phrase of ["", "..", "word?", "the"]) expect(() => compilePhrases([phrase])).toThrow(/without a word/);
    expect(() => compilePhrases(["#weight"])).toThrow(/no kind of quantity/);
  });

  it("with many gaps takes no more steps than its length allows", () => {
    const text = "a1 ".repeat(600);
    expect(found(`${"a1 ... ".repeat(20)} b1`, text)).toBe(false);
  });
});
