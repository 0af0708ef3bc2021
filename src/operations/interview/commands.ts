import { nearest } from "../../kit/suggest.ts";

/** What somebody typed in a round: words to the interviewer, or one of the commands. */
export type Typed =
  | { readonly kind: "say" | "draw" | "drill" | "redo"; readonly text: string }
  | { readonly kind: "facts" | "hint" | "board" | "pause" | "end" | "help" | "draw help" }
  | { readonly kind: "unknown"; readonly name: string; readonly meant: string | undefined };

const commands = ["draw", "board", "facts", "hint", "drill", "redo", "pause", "end", "help"] as const;

/** A slash at the very beginning makes a command; two slashes stand for one that is meant. */
export function typedOf(text: string): Typed {
  if (!text.startsWith("/")) return { kind: "say", text };
  if (text.startsWith("//")) return { kind: "say", text: text.slice(1) };
  const [, name = "", rest = ""] = /^\/(\S*)\s*([^]*)$/.exec(text)!;
  const command = commands.find((one) => one === name.toLowerCase());
  if (command === undefined) return { kind: "unknown", name, meant: nearest(name, [...commands]) };
  if (command === "draw") return rest.trim() === "" ? { kind: "draw help" } : { kind: "draw", text: rest };
  if (command === "drill" || command === "redo") return { kind: command, text: rest };
  return { kind: command };
}

/** Shown by `/help`; no line is longer than 76 characters. */
export const commandHelp = `An answer ends with an empty line, or a line with a single dot.
/draw  boxes and arrows     adds them to the board; alone: how they are typed
/board                      shows the board
/facts                      what you were told so far
/hint                       a direction, in coach style only
/drill what if redis dies   tries a failure or a change on your board
/redo                       answers the weakest question again, after the end
/pause                      stops the clock until you press Enter
/end                        ends the round and makes the debrief
//                          begins a line with a slash`;
