import type { Clock } from "../../kit/clock.ts";
import { guideSheet } from "../../interview/round/guide-sheet.ts";
import { openNotes, type Note } from "../../interview/round/notes.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import type { RoundRecord, RoundSetup } from "../../interview/record.ts";
import type { Conversation } from "../operation.ts";
import type { RoundFolder } from "./keep-round.ts";
import { clockLine, note } from "./spoken.ts";

export interface LeadParts {
  readonly setup: RoundSetup;
  readonly folder: RoundFolder;
  readonly talk: Conversation;
  readonly clock: Clock;
}

const help = `One note a turn; an empty line ends it.
words                what the candidate said
q: words             what the candidate asked
me: words            what you asked
/fact id             you told that fact
/draw boxes          what the candidate drew
/guide               the sheet again
/end                 ends the round and makes the debrief`;

/** Takes the notes of a person who leads a round, beside a clock. @returns the record, also when the person just leaves */
export async function leadRound({ setup, folder, talk, clock }: LeadParts): Promise<RoundRecord> {
  const parts = standardParts();
  const book = openNotes(setup, parts);
  const started = clock.elapsedMillis();
  const now = () => Math.round((clock.elapsedMillis() - started) / 100) / 10;
  const guide = guideSheet(setup, book.brief, parts.topics);
  talk.tell(note(guide));
  folder.write("guide.txt", `${guide}\n`);
  talk.tell(note(`\n${help}`));
  for (;;) {
    const text = await talk.listen({ state: () => clockLine(book.record(), now()) });
    const written = text === undefined ? ({ kind: "end" } as const) : read(text);
    if (written === "guide") talk.tell(note(guide));
    else if (written === "help") talk.tell(note(help));
    else {
      const taken = { ...written, atSeconds: now() } as Note;
      folder.append(taken);
      if (!book.take(taken))
        talk.tell(
          note(`There is no fact ${taken.text}; there are ${book.brief.facts.map(({ id }) => id).join(", ")}.`),
        );
      if (taken.kind === "end") return book.record();
    }
  }
}

type Read = Omit<Note, "atSeconds"> | "guide" | "help";

function read(text: string): Read {
  if (/^\/end\s*$/i.test(text)) return { kind: "end" };
  if (/^\/guide\s*$/i.test(text)) return "guide";
  const fact = /^\/fact\s+(\S+)\s*$/i.exec(text);
  if (fact) return { kind: "fact", text: fact[1]! };
  const drawn = /^\/draw\s+([^]*)$/i.exec(text);
  if (drawn) return { kind: "drawn", text: drawn[1]! };
  if (/^\/(?!\/)/.test(text)) return "help";
  const asked = /^q:\s*([^]*)$/i.exec(text);
  if (asked) return { kind: "asked", text: asked[1]! };
  const mine = /^me:\s*([^]*)$/i.exec(text);
  return mine ? { kind: "question", text: mine[1]! } : { kind: "said", text };
}
