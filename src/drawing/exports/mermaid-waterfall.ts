import { placeBars, reserved, type Waterfall } from "../waterfall/waterfall.ts";
import { mermaidText } from "./mermaid-text.ts";

/**
 * A waterfall as a Mermaid Gantt chart: a bar for the budget of each step, in milliseconds from the request's start.
 *
 * @throws {Problem} as `placeBars`
 */
export function mermaidWaterfallOf(waterfall: Waterfall): string {
  const bars = placeBars(waterfall).map(({ step, startMillis }) => {
    const end = startMillis + Math.max(1, reserved(step));
    return `  ${taskName(`${step.name} ${millisWords(reserved(step))}`)} :${Math.round(startMillis)}, ${Math.round(end)}`;
  });
  const head = `---\ntitle: ${JSON.stringify(mermaidText(waterfall.title))}\n---\ngantt\n  dateFormat x\n  axisFormat %S.%L s\n`;
  return `${head}  section Budgets\n${bars.join("\n")}\n`;
}

const millisWords = (millis: number): string => (millis > 0 ? `${Number(millis.toPrecision(3))} ms` : "");

/** A colon would end the name of a task. */
const taskName = (text: string): string => mermaidText(text.trim()).replaceAll(":", "#58;");
