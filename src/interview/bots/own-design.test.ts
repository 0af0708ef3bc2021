import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RoundRecord, RoundSetup } from "../record.ts";
import { openRound } from "../round/round.ts";
import { standardParts } from "../round/standard-parts.ts";
import { brokenLaws } from "../round/testing/laws.ts";
import { botNamed } from "./testing/index.ts";
import { playRound } from "./testing/play-round.ts";

const parts = standardParts();
const examples = ["grocery", "payment-fraud", "search-ranking"] as const;

function setupOf(name: string): RoundSetup {
  const design = readFileSync(new URL(`../../../examples/${name}/${name}.design.yaml`, import.meta.url), "utf8");
  return { problem: "own", level: "staff", lens: "overview", minutes: 45, style: "coach", seed: name, design };
}

function questionsOf({ entries }: RoundRecord): string[] {
  return entries.flatMap((entry) => (entry.who === "interviewer" && entry.move.topic ? [entry.move.topic] : []));
}

describe.each(examples)("a round about the example %s", (name) => {
  it("keeps all laws, and asks about what the document has a place for", () => {
    const record = playRound(botNamed("staff"), setupOf(name), parts);
    expect(brokenLaws(record, undefined)).toEqual([]);
    expect(questionsOf(record).length).toBeGreaterThan(15);
  });

  it("tries a failure on the design itself, with nothing on the board", () => {
    const round = openRound(setupOf(name), parts);
    const [move] = round.take({ kind: "drill", atSeconds: 5, text: "what if the traffic is ten times as much" });
    expect(move).toMatchObject({ kind: "drill", drill: "traffic-10x" });
    expect(round.record().drills[0]!.says.length).toBeGreaterThan(0);
  });
});
