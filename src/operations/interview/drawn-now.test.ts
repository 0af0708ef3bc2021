import { describe, expect, it } from "vitest";
import { readBoard } from "../../interview/whiteboard/index.ts";
import { drawnNow } from "./drawn-now.ts";

const path = "client -> [gateway] 240/s -> [features: redis] x3 -> [scorer] x4 -> [rules] x2 -> client\n";
const data = "[payments] => [kafka] => [event log]\n";

describe("what is shown after a drawing", () => {
  it("is the whole board while it is small, and the first time", () => {
    expect(drawnNow(readBoard(data), readBoard(""))).toBeUndefined();
    expect(drawnNow(readBoard(path + data), undefined)).toBeUndefined();
  });

  it("is only what is new or changed on a large one, with both ends of new arrows", () => {
    const before = readBoard(path + data);
    const now = drawnNow(readBoard(`${path + data}scorer: x8\n[analysts] -> [kafka]\n`), before)!;
    expect(now.boxes.map(({ name }) => name).toSorted()).toEqual(["analysts", "kafka", "scorer"]);
    expect(now.arrows).toHaveLength(1);
  });
});
