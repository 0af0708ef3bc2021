import type { z } from "zod";

/** A question to a person, and what helps to answer it. */
export interface Prompt {
  /** Where it belongs: `2 of 5 · Requirements`. */
  readonly head: string;
  /** Path in the document that the answer settles. */
  readonly path: string;
  readonly asks: string;
  readonly why: string;
  readonly example: string;
  readonly choices?: readonly string[] | undefined;
  /** Taken when the person just goes on. */
  readonly recommended?: { readonly words: string; readonly because: string; readonly consequence: string } | undefined;
}

/** Something in a conversation: what the other side says, a note beside it, or a picture in text that is not wrapped. */
export interface Spoken {
  readonly who: "interviewer" | "note" | "board";
  readonly text: string;
}

/** A talk with a person, turn by turn. */
export interface Conversation {
  /** Columns that there are. */
  readonly width: number;
  tell(spoken: Spoken): void;
  /**
   * What the person says next: lines until an empty one or a single dot; a line that begins with a slash is a turn by
   * itself, but for `/draw` alone.
   *
   * @param state    shown before the turn
   * @param silence  asked about once a minute while nothing is said; what it gives is shown
   * @returns `undefined` at the end of the input, or when the person leaves
   */
  listen(turn: {
    readonly state: () => string;
    readonly silence?: () => readonly Spoken[];
  }): Promise<string | undefined>;
  close(): void;
}

/** What an operation may tell while it works. */
export interface OperationContext {
  /** A finished part, under a short heading; lines are wrapped by the face. */
  say(heading: string, text: string): void;
  /** What is being done now; `done` of `of` where it is known. */
  progress(what: string, done?: number, of?: number): void;
  /** Something went on in the background. */
  notice(text: string): void;
  /** Aborted when the person wants to stop. */
  readonly signal: AbortSignal;
  /** From here on there is something to end cleanly when the signal is aborted; before, a stop ends everything at once. */
  servingBegins(): void;
  /**
   * Asks a person.
   *
   * @param again  why the last answer could not be taken
   * @returns the words; empty for the recommended answer, or for leaving it open where none is; `undefined` when the person wants to stop or nobody is there
   */
  ask(prompt: Prompt, again?: string): Promise<string | undefined>;
  /** Opens a talk with the person. */
  converse(): Conversation;
  /** A short result to be shown before the operation ends, such as a table. */
  show(result: unknown): void;
}

/** One verb of the product. Command line, HTTP route and agent tool are made from it. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  readonly name: string;
  /** What a person is about when they use it: writing a design, understanding one, or running it. */
  readonly group: "write" | "understand" | "run" | "practise";
  /** What it does, in one sentence. */
  readonly sentence: string;
  readonly input: Input;
  /** The inputs that are given by their place, without a flag; an optional one may be left out. */
  readonly positional: readonly string[];
  /** `reads` changes nothing; `writes` makes files in the work folder; `serves` also opens a port. */
  readonly effect: "reads" | "writes" | "serves";
  /** A command line to learn from, each with what it does. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  run(input: z.output<Input>, context: OperationContext): Promise<Output>;
  /** 0 fine, 1 a claim is broken. */
  exitCode(output: Output): 0 | 1;
}

export function defineOperation<Input extends z.ZodObject, Output>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> {
  return Object.freeze(operation);
}
