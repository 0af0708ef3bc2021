import type { Style } from "../record.ts";
import type { Depth } from "../statement.ts";

/** Sentences of the interviewer that are no question about a topic. Places in braces are filled in. */

export const howItGoes: Readonly<Record<Style, string>> = {
  coach:
    "We have {minutes} minutes: you lead, I ask. Ask me whatever you need to know, draw when a picture is quicker,\n" +
    "and ask for a hint when you are stuck.",
  interviewer:
    "We have {minutes} minutes: you lead, I ask. Ask me whatever you need to know; I tell what is asked and no more.\n" +
    "Draw when a picture is quicker, and think aloud.",
};

/** `{section}` is written as in the middle of a sentence, `{Section}` as at its beginning. */
export const goesOn: Readonly<Record<Style, readonly string[]>> = {
  coach: [
    "Let us go on to the next part: {section}.",
    "We can move on now. {Section} comes next.",
    "That leads over to {section}.",
    "I have enough on that. {Section} is next.",
  ],
  interviewer: ["Next: {section}.", "Let us move to {section}.", "On to {section}.", "{Section}, then."],
};

export const interrupts: Readonly<Record<Style, readonly string[]>> = {
  coach: [
    "I will stop you here so that we get to everything. Next is {section}.",
    "The time for that part is up, so we go on with {section}.",
    "Keep that thought. {Section} comes now.",
    "Let me cut in, or the later parts go short. {Section} next.",
  ],
  interviewer: [
    "I have to cut you off there. {Section}.",
    "Let me stop you: {section}.",
    "In the interest of time: {section}.",
    "We have to move on. {Section}.",
  ],
};

/** What a coach says of a sentence names what it adds; an interviewer only shows that it was heard. */
export const heardByCoach: Readonly<Record<Depth, readonly string[]>> = {
  mechanism: ['I can follow how you mean it: "{quote}".', '"{quote}": that I can picture.'],
  number: ['"{quote}": good that there is a number on it.', 'You put a size on it: "{quote}".'],
  consequence: ['"{quote}": you say what follows from it.', 'I noted what follows: "{quote}".'],
  "trade-off": ['"{quote}": I noted what that costs.', 'I noted the other side of it: "{quote}".'],
};

/** None of them agrees to anything. */
export const heardByInterviewer: readonly string[] = [
  'Noted: "{quote}".',
  'I have "{quote}" in my notes.',
  'I wrote down "{quote}".',
  '"{quote}": noted.',
];

/** For what was named and not explained. */
export const namedOnly: Readonly<Record<Style, readonly string[]>> = {
  coach: [
    'You said "{quote}". How would that work here, step by step?',
    '"{quote}": walk me through it. What goes in, and what comes out?',
    '"{quote}": what does it do for us that we would not have without it?',
  ],
  interviewer: [
    '"{quote}": how would that work here?',
    'You said "{quote}". What does it do in this system?',
    '"{quote}": why, and how exactly?',
  ],
};

/** For a candidate who is stuck, where the topics at hand have no question left. */
export const guiding: readonly string[] = [
  "Picture one request from click to answer. What happens first?",
  "Suppose it has been live for a month. How would you know that it got worse?",
  "If you had one week and one engineer, what would you ship?",
  "What would you want to know before you write any code?",
  "Which part of it would wake somebody up at night?",
];

/** After several turns that held nothing about the design. */
/** After several turns that only said again what was said. */
export const nothingNew = "I have that by now. Take something that you have not talked about yet.";
export const nothingHeard = "I hear nothing about the design in that. Take a part you know, and say how it would work.";

export const heldBack = "In this style I give no hints. Think aloud, and I will follow.";
export const noHintLeft = "I have no further hint for this part.";

export const yourSystem: readonly string[] = [
  "It is your system: you tell me.",
  "You know that better than I do. What do you take it to be?",
  "That is for you to say: take your best number and tell me where it is from.",
];

export const nothingTold = "Nothing yet. I answer what you ask about users, data, scale or limits.";
export const told = "So far you have asked for:";
export const toldBefore = "As before:";

export const asksSelf: Readonly<Record<Style, string>> = {
  coach: "That is our time. Before we look back: what went well, and what would you do differently?",
  interviewer: "That is our time. How do you think it went, and what would you change?",
};
export const asksRedo = "One answer again, in other words:";
export const thanks = "Thank you. That is all from me.";

export const noBoard = "There is nothing on the board to try that on. Draw the path of a request first.";
export const noSuchDrill = "I do not know how to try that. Name a part that fails, or a change of load or data.";
