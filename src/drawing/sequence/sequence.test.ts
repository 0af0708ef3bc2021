import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { contains, overlap } from "../layout/geometry.ts";
import { requestSequence } from "../testing/pictures.ts";
import { allElements, readXml, textOf } from "../testing/xml.ts";
import { widestTextWidth } from "../text/measure.ts";
import { noteBox, placeSequence, sequenceFonts } from "./place.ts";
import { sequenceSvg } from "./sequence-svg.ts";
import { isNote, type Sequence } from "./sequence.ts";

const long: Sequence = {
  title: "Long texts",
  participants: ["a", "b", "c"].map((id) => ({ id, name: `${id} ${"very ".repeat(20)}long`, icon: "queue" })),
  steps: [
    { from: "a", to: "c", text: "x".repeat(200), kind: "call" },
    { from: "c", to: "b", text: `"><script>`, kind: "send", detail: "5 ms" },
    { from: "c", to: "c", text: "works on it ".repeat(9), kind: "call" },
    { over: "c", note: "a remark ".repeat(40) },
  ],
};

describe("a sequence", () => {
  it.each([requestSequence, long])("has room for every name and text between its lines: $title", (sequence) => {
    const { heads, steps, canvas } = placeSequence(sequence);
    const boxes = [...heads.values()];
    expect(boxes.every((box) => contains(canvas, box))).toBe(true);
    expect(boxes.some((a, at) => boxes.slice(at + 1).some((b) => overlap(a, b)))).toBe(false);
    const middle = (id: string): number => heads.get(id)!.x + heads.get(id)!.width / 2;
    for (const placed of steps) {
      const { step, lines, y } = placed;
      expect(y).toBeLessThan(canvas.y + canvas.height - 30);
      if (isNote(step)) expect(contains(canvas, noteBox(heads.get(step.over)!, placed))).toBe(true);
      else if (step.from !== step.to) {
        const { sizePx, weight } = sequenceFonts.message;
        expect(widestTextWidth(lines[0]!, sizePx, weight)).toBeLessThan(
          Math.abs(middle(step.to) - middle(step.from)) - 16,
        );
      }
    }
    expect(steps.every(({ y }, at) => at === 0 || y > steps[at - 1]!.y)).toBe(true);
  });

  it("shows every participant, message and note, in order", () => {
    const svg = readXml(sequenceSvg(requestSequence));
    const shown = allElements(svg).flatMap((one) =>
      /^(?:message|note)/.test(one.attributes.class ?? "") ? [textOf(one)] : [],
    );
    expect(shown.slice(0, 3)).toEqual(["GET /recommendations", "lookup", "miss · 1 ms"]);
    expect(shown.length).toBe(requestSequence.steps.length);
    expect(allElements(svg).filter(({ attributes }) => attributes.class === "participant").length).toBe(7);
    readXml(sequenceSvg(long, { theme: "dark" }));
    readXml(sequenceSvg({ title: "", participants: [], steps: [] }));
  });

  it("is refused when a step names nobody, or two participants have one id", () => {
    const [first] = requestSequence.participants;
    const twice = problemOf(() => sequenceSvg({ ...requestSequence, participants: [first!, first!] }));
    const unknown = problemOf(() => sequenceSvg({ ...requestSequence, steps: [{ over: "nobody", note: "x" }] }));
    expect([twice.code, twice.at?.path]).toEqual(["drawing/duplicate-id", "participants[1].id"]);
    expect([unknown.code, unknown.at?.path]).toEqual(["drawing/unknown-id", "steps[0]"]);
  });
});
