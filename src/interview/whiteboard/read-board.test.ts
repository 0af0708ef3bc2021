import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Board } from "./board.ts";
import { longestBoard, readBoard } from "./read-board.ts";

const example = `[client] -> [gateway] 600/s -> [features: redis] p99 8ms x3 -> [ranker] p50 12ms p99 30ms x4 -> client
ranker ~> popular items   # fallback
clicks => event log -> training nightly -> registry -> ranker
monitoring -.-> training : drift
[Requirements] { 10M users; p99 < 100 ms; CTR +2% }`;

const box = (board: Board, name: string) => board.boxes.find((one) => one.name === name)!;
const arrows = (board: Board) => board.arrows.map(({ from, to, kind }) => `${from} ${kind} ${to}`);

describe("reading a whiteboard", () => {
  it("reads boxes with their numbers, kinds and copies", () => {
    const board = readBoard(example);
    expect(board.unread).toEqual([]);
    expect(board.boxes.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "client: user",
      "gateway: gateway",
      "features: features",
      "ranker: ranker",
      "popular items: rules",
      "clicks: source",
      "event log: stream",
      "training: training",
      "registry: registry",
      "monitoring: monitor",
      "Requirements: note",
    ]);
    expect(box(board, "ranker")).toMatchObject({
      p50Millis: 12,
      p99Millis: 30,
      replicas: 4,
      fallback: "popular items",
    });
    expect(box(board, "features")).toMatchObject({ p99Millis: 8, replicas: 3, lines: ["redis"] });
    expect(box(board, "gateway").numbers).toMatchObject([{ kind: "rate", value: 600, text: "600/s" }]);
    expect(box(board, "Requirements").lines).toEqual(["10M users", "p99 < 100 ms", "CTR +2%"]);
  });

  it("reads what flows from where to where", () => {
    expect(arrows(readBoard(example))).toEqual([
      "client request gateway",
      "gateway request features",
      "features request ranker",
      "ranker request client",
      "ranker fallback popular-items",
      "clicks data event-log",
      "event-log data training",
      "training data registry",
      "registry data ranker",
      "monitoring feedback training",
    ]);
    expect(readBoard(example).arrows.at(-1)!.label).toBe("drift");
  });

  it("keeps the words that everything was read from at its offsets", () => {
    const board = readBoard(example);
    for (const { start, end, numbers } of [...board.boxes, ...board.arrows]) {
      expect(start).toBeLessThan(end);
      for (const number of numbers) expect(board.text.slice(number.start, number.end)).toBe(number.text);
    }
    expect(board.text.slice(box(board, "ranker").start, box(board, "ranker").end)).toBe(
      "[ranker] p50 12ms p99 30ms x4",
    );
  });

  it("adds lines to an earlier board, changes numbers, renames and removes", () => {
    const board = readBoard("ranker: x8\nrename popular items to bestsellers\nremove clicks", readBoard(example));
    expect(box(board, "ranker")).toMatchObject({ replicas: 8, p99Millis: 30, fallback: "bestsellers" });
    expect(board.boxes.map(({ name }) => name)).not.toContain("clicks");
    expect(board.text.slice(board.addedFrom)).toMatch(/^ranker: x8/);
    expect(arrows(board)).not.toContain("clicks data event-log");
  });

  it("says the same whether lines come at once or one after the other", () => {
    const oneByOne = example.split("\n").reduce((board, line) => readBoard(line, board), readBoard(""));
    const { addedFrom: _, ...atOnce } = readBoard(example);
    expect(oneByOne).toMatchObject(atOnce);
  });

  it("takes unicode arrows, arrows to the left, both ways, and to several boxes", () => {
    expect(arrows(readBoard("app → api\n[api] -> [features], [faiss] -> [ranker]\na <- b\nx <-> y"))).toEqual([
      "app request api",
      "api request features",
      "api request faiss",
      "features request ranker",
      "faiss request ranker",
      "b request a",
      "x request y",
      "y request x",
    ]);
  });

  it("takes a plain arrow from a monitor to training for feedback, and one to a monitor for data", () => {
    expect(arrows(readBoard("monitor -> training\n[ranker] -> monitor"))).toEqual([
      "monitor feedback training",
      "ranker data monitor",
    ]);
  });

  it("takes a kind in round brackets over its guess", () => {
    expect(box(readBoard("[redis] (cache) hits 80% TTL 5m"), "redis").kind).toBe("cache");
    expect(box(readBoard("[redis]"), "redis").kind).toBe("features");
    expect(box(readBoard("[Zeus] (ranker)"), "Zeus").kind).toBe("ranker");
  });

  it("knows a box again by a part of its name, and takes other words for another box", () => {
    const names = (text: string) => readBoard(text).boxes.map(({ name }) => name);
    expect(names("mobile app -> api gateway -> ranker DNN -> app\ngateway -> ranker\nranker: x4")).toEqual([
      "mobile app",
      "api gateway",
      "ranker DNN",
    ]);
    expect(names("[user] -> [gateway]\nuser -> user profile db")).toEqual(["user", "gateway", "user profile db"]);
    expect(names("[model registry] -> [model]")).toEqual(["model registry", "model"]);
  });

  it("takes a percentile behind its number, and a multiple on a box for copies", () => {
    expect(box(readBoard("[ranker] 20 ms p99 8 pods"), "ranker")).toMatchObject({ p99Millis: 20, replicas: 8 });
    expect(box(readBoard("[ranker] 30ms p99 4x"), "ranker")).toMatchObject({
      p99Millis: 30,
      replicas: 4,
    });
    expect(box(readBoard("[ranker] p50 12ms p99 30ms"), "ranker")).toMatchObject({ p50Millis: 12, p99Millis: 30 });
  });

  it("takes bullets below a box, and braces over several lines", () => {
    expect(box(readBoard("[Metrics]\n- CTR\n- NDCG@10"), "Metrics").lines).toEqual(["CTR", "NDCG@10"]);
    expect(box(readBoard("[Scale] {\n 10M users\n 600/s\n}\n[a] -> [b]"), "Scale").lines).toEqual([
      "10M users",
      "600/s",
    ]);
  });

  it("takes a fallback in words for the same as an arrow", () => {
    expect(arrows(readBoard("[ranker] fallback: popular items"))).toEqual(["ranker fallback popular-items"]);
  });

  it("says of a line that it cannot read why, and what would be read", () => {
    const { unread } = readBoard("[ranker]\nI would put a thing here\nremove rankr\n-> [x]");
    expect(unread.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(unread[0]!.why).toContain("would be read");
    expect(unread[1]!.why).toContain("`remove ranker` would be read");
    expect(unread[2]!.why).toContain("no box before an arrow");
  });

  it("refuses what is far too long in one kind line, and keeps the earlier board", () => {
    const earlier = readBoard("[a] -> [b]");
    const board = readBoard("x -> y\n".repeat(150_000), earlier);
    expect(board.boxes).toEqual(earlier.boxes);
    expect(board.unread).toHaveLength(1);
    expect(board.unread[0]!.why).toContain(String(longestBoard));
  });

  it("never throws, and its offsets lie in its text", () => {
    const pieces = fc.constantFrom(
      "[",
      "]",
      "->",
      "~>",
      "a",
      "ranker",
      " x4",
      "{",
      "}",
      ":",
      "\n",
      ",",
      "remove ",
      "600/s",
      "(",
      ")",
      "p99 ",
      "#",
      "\u2192",
      "-",
      "rename a to b",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const board = readBoard(two, readBoard(one));
        const ids = new Set(board.boxes.map(({ id }) => id));
        expect(ids.size).toBe(board.boxes.length);
        for (const { from, to } of board.arrows) expect(ids.has(from) && ids.has(to) && from !== to).toBe(true);
        for (const { start, end } of [...board.boxes, ...board.arrows])
          expect(start >= 0 && end <= board.text.length && start <= end).toBe(true);
      }),
    );
  });
});
