import { describe, expect, it } from "vitest";
import { compileTopics, understand, withCorrections } from "./index.ts";
import { sampleTopics } from "./testing/sample-topics.ts";
import { LONGEST_TEXT_CHARACTERS } from "./text.ts";

const lexicon = compileTopics(sampleTopics);
const read = (text: string) => understand(text, { entry: 3, atSeconds: 40, lexicon });
const manners = (text: string) => read(text).statements.map(({ topic, manner }) => `${topic} ${manner}`);
const depth = (text: string, topic: string) =>
  [
    ...new Set(
      read(text)
        .statements.filter((found) => found.topic === topic)
        .flatMap((found) => found.depth),
    ),
  ].sort();

describe("understand", () => {
  it.each([
    "we can skip monitoring",
    "no need for monitoring",
    "I wouldn't bother with monitoring",
    "we'd ship without any monitoring",
    "I don't think we need monitoring here",
    "no monitoring",
    "monitoring is overkill",
    "we will not monitor anything",
    "monitoring isn't needed",
    "a monitor would be a mistake",
    "yeah right, who needs monitoring",
    "sure, because people love monitoring",
    "instead of monitoring we use luck",
    "rather than monitoring, we hope",
    "nobody needs monitoring if the model is good",
    "monitoring is for people who doubt themselves",
    "monitoring is a waste and we leave it out",
    "monitoring takes too long",
    "monitoring is not our problem",
    "monitoring would only add cost",
    "there is monitoring in the books, so we skip it",
  ])("hears that something is ruled out: %s", (text) => {
    expect(manners(text)).toEqual(["monitoring denied"]);
  });

  it.each([
    "never skip monitoring",
    "we can't skip monitoring",
    "we shouldn't forget monitoring",
    "no monitoring would be a disaster",
    "skipping monitoring would be a mistake",
    "not only monitoring",
    "not guessing but monitoring",
    "I don't think we can skip monitoring",
    "without monitoring nobody would notice",
    "I wouldn't launch without monitoring",
    "we'd be blind without monitoring",
    "it's not magic, we just monitor it",
    "we do not need luck, monitoring gets us there",
    "in cases that we cannot foresee we monitor it",
    "maybe one could monitor it?",
  ])("hears an affirmation behind the negation: %s", (text) => {
    expect(manners(text)).toEqual(["monitoring said"]);
  });

  it.each([
    "monitoring comes later",
    "in v2 we add monitoring",
    "monitoring is out of scope for now",
    "monitoring in phase two",
    "we'll get to monitoring",
    "if we had more time we'd add monitoring",
  ])("hears that something is put off: %s", (text) => expect(manners(text)).toEqual(["monitoring deferred"]));

  it("puts off only what is put off", () => {
    expect(manners("canary first, then a deep model later")).toEqual(["rollout said", "model deferred"]);
    expect(manners("labels arrive three weeks later")).toEqual(["labels said"]);
  });

  it.each([
    "what is the latency budget?",
    "how much traffic do we get",
    "do we have labels",
    "I'd like to know the latency",
    "We expect growth, how many users?",
  ])("hears a question to the interviewer: %s", (text) =>
    expect(manners(text).every((manner) => manner.endsWith("asked"))).toBe(true),
  );

  it("takes a proposal that asks for a nod as said", () => {
    expect(manners("We'd put a cache in front, right?")).toEqual(["caching said"]);
  });

  it("tells what others do from what is proposed here", () => {
    expect(manners("At my last company we used a feature store.")).toEqual(["feature-store reported"]);
    expect(manners("Netflix uses a feature store.")).toEqual(["feature-store reported"]);
    expect(manners("Like Netflix we would use a feature store.")).toEqual(["feature-store said"]);
    expect(manners("We count how many people use the cache.")).toEqual(["caching said"]);
  });

  it("takes a harm that is thought through as said", () => {
    expect(manners("if the store goes down we serve popular items")).toEqual(["fallback said"]);
    expect(manners("The cache looks fine while small shops may be terrible")).toEqual(["caching said"]);
  });

  it("denies one thing and says the other in one clause", () => {
    expect(manners("We don't need a feature store because we keep everything in the cache")).toEqual([
      "feature-store denied",
      "caching said",
    ]);
  });

  it("ends a denial and a deferral at but", () => {
    expect(manners("we don't need a feature store but the cache stays")).toEqual([
      "feature-store denied",
      "caching said",
    ]);
    expect(manners("a canary now but the deep model later")).toEqual(["rollout said", "model deferred"]);
    expect(manners("monitoring is nice but it can come later")).toEqual(["monitoring deferred"]);
    expect(manners("the cache is good but a feature store is overkill")).toEqual([
      "caching said",
      "feature-store denied",
    ]);
  });

  it("takes one value against another as said, and ends what is skipped at the choice made", () => {
    expect(manners("I would not cache for 10 minutes, 60 seconds is enough")).toEqual(["caching said"]);
    expect(manners("I'd skip the feature store and go with a cache")).toEqual(["feature-store denied", "caching said"]);
    expect(depth("without monitoring you can't tell what broke", "monitoring")).toEqual(["consequence"]);
  });

  it("drops a name that means something else", () => {
    expect(manners("I bought a computer monitor")).toEqual([]);
  });

  it("finds mechanism, number, consequence and trade-off", () => {
    expect(depth("We materialise features to Redis so that reads take 5 ms", "feature-store")).toEqual([
      "consequence",
      "mechanism",
      "number",
    ]);
    expect(depth("A cache is faster but staler", "caching")).toEqual(["trade-off"]);
    expect(depth("We'd use a cache, but it costs us freshness", "caching")).toEqual(["trade-off"]);
  });

  it("gives names of a list no depth", () => {
    const text =
      "We'd use Kafka, a feature store, transformers, Kubernetes and MLflow because that is modern, and monitoring. I like it because it is new.";
    for (const topic of ["stack", "feature-store", "model"]) expect(depth(text, topic)).toEqual([]);
  });

  it("carries a topic over to the sentence that explains it", () => {
    const { statements } = read(
      "We'd put a cache in front. It keeps hot users for 60 seconds, so the store sees a tenth of the traffic.",
    );
    const caching = statements.filter(({ topic }) => topic === "caching").at(-1)!;
    expect(caching.depth).toContain("number");
    expect(caching.quote.text).toMatch(/^It keeps hot users/);
  });

  it("reads a long answer up to a limit and says what was not read", () => {
    const long = "We monitor drift every day. ".repeat(40_000);
    const { unreadCharacters, statements } = read(long);
    expect(unreadCharacters).toBe(long.length - LONGEST_TEXT_CHARACTERS);
    expect(statements.length).toBeGreaterThan(1000);
  });
});

describe("withCorrections", () => {
  const first = read("We need a latency of 100 ms. A canary comes first. We use batch.").statements;

  it.each([
    ["actually, make that 50 ms", "latency"],
    ["sorry, I meant 50 ms", "latency"],
    ["on second thought no canary", "rollout"],
    ["instead of batch, let's go online", "serving-mode"],
  ])("supersedes what is corrected: %s", (text, topic) => {
    const all = withCorrections(first, read(text));
    const old = all.filter(({ supersededBy }) => supersededBy !== undefined);
    expect(old.map((statement) => statement.topic)).toEqual([topic]);
    expect(all[old[0]!.supersededBy!]!.quote.text).toBe(text);
  });

  it("takes back the last sentence", () => {
    const all = withCorrections(first, read("scratch that"));
    expect(all.at(-1)).toMatchObject({ topic: "serving-mode", manner: "denied" });
    expect(all.filter(({ supersededBy }) => supersededBy !== undefined)).toHaveLength(1);
  });

  it("corrects within one text", () => {
    const all = withCorrections([], read("We need a latency of 100 ms. Actually, make that 50 ms."));
    expect(all.map(({ supersededBy }) => supersededBy)).toEqual([1, undefined]);
  });

  it("leaves everything as it is where nothing is corrected", () => {
    const all = withCorrections(first, read("We also need a latency of 20 ms for the cache."));
    expect(all.every(({ supersededBy }) => supersededBy === undefined)).toBe(true);
  });
});
