import { Problem } from "../../kit/problem.ts";
import type { IconKind } from "../graph.ts";

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly icon: IconKind;
}

/** A call is answered later, a reply answers one, and nobody waits for what is sent. */
export const messageKinds = ["call", "reply", "send"] as const;
export type MessageKind = (typeof messageKinds)[number];

export interface Message {
  readonly from: string;
  /** The same as `from` for what a participant does by itself. */
  readonly to: string;
  readonly text: string;
  readonly kind: MessageKind;
  /** One number: `22 ms`. Stands behind the text. */
  readonly detail?: string;
}

/** A remark that stands at one participant's line, in the order of the messages. */
export interface Note {
  readonly over: string;
  readonly note: string;
}

/** One request from its beginning to its end. */
export interface Sequence {
  readonly title: string;
  readonly description?: string;
  readonly participants: readonly Participant[];
  readonly steps: readonly (Message | Note)[];
}

export const isNote = (step: Message | Note): step is Note => "note" in step;

/** @throws {Problem} `drawing/duplicate-id` or `drawing/unknown-id` for the first participant that is not sound */
export function requireSoundSequence({ participants, steps }: Sequence): void {
  const ids = new Set<string>();
  for (const [at, { id }] of participants.entries()) {
    if (ids.has(id))
      throw sequenceProblem("drawing/duplicate-id", `Two participants have the id "${id}".`, `participants[${at}].id`);
    ids.add(id);
  }
  for (const [at, step] of steps.entries()) {
    const unknown = (isNote(step) ? [step.over] : [step.from, step.to]).find((id) => !ids.has(id));
    if (unknown === undefined) continue;
    throw sequenceProblem("drawing/unknown-id", `A step names "${unknown}", which is no participant.`, `steps[${at}]`);
  }
}

function sequenceProblem(code: "drawing/duplicate-id" | "drawing/unknown-id", found: string, path: string): Problem {
  return new Problem({ code, found, fix: "give each participant one id, and use only those", at: { path } });
}
