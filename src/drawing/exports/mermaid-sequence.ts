import { isNote, requireSoundSequence, type MessageKind, type Sequence } from "../sequence/sequence.ts";
import { safeNames } from "./ids.ts";
import { mermaidText } from "./mermaid-text.ts";

const arrows: Readonly<Record<MessageKind, string>> = { call: "->>", reply: "-->>", send: "-)" };

/**
 * A sequence as a Mermaid sequence diagram.
 *
 * @throws {Problem} `drawing/duplicate-id`, `drawing/unknown-id`
 */
export function mermaidSequenceOf(sequence: Sequence): string {
  requireSoundSequence(sequence);
  const { title, participants, steps } = sequence;
  const names = safeNames(
    participants.map(({ id }) => id),
    "p_",
  );
  const lines = steps.map((step) => {
    if (isNote(step)) return `  Note right of ${names.get(step.over)}: ${mermaidText(step.note) || " "}`;
    const text = [step.text, step.detail].flatMap((part) => (part ? [mermaidText(part)] : [])).join(" · ");
    return `  ${names.get(step.from)}${arrows[step.kind]}${names.get(step.to)}: ${text || " "}`;
  });
  const people = participants.map(
    ({ id, name }) => `  participant ${names.get(id)} as ${mermaidText(name) || names.get(id)}`,
  );
  const head = `---\ntitle: ${JSON.stringify(mermaidText(title))}\n---\nsequenceDiagram\n`;
  return `${head}${[...people, ...lines].join("\n")}\n`;
}
