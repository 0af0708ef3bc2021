import { defineQuestions } from "../question.ts";
import { oneOf } from "../read-answer.ts";
import { lensNames, systems } from "../../../design/schema/design.ts";

const stages = ["concept", "prototype", "production"] as const;

export default defineQuestions([
  {
    path: "system",
    asks: "What kind of system is it?",
    why: "It decides what is asked, which architecture is proposed, and whether it can be run.",
    example: "fraud",
    impact: 5,
    choices: systems,
    read: oneOf(systems),
  },
  {
    path: "lens",
    asks: "In which order do you want to be asked?",
    why: "The same document can be walked through in five orders. Seven stages is the one it is written in.",
    example: "seven-stage",
    impact: 5,
    choices: lensNames,
    read: oneOf(lensNames),
  },
  {
    path: "stage",
    asks: "How far along is it?",
    why: "A missing runbook is nothing in a concept and a blocker in production.",
    example: "concept",
    impact: 3,
    choices: stages,
    read: oneOf(stages),
  },
]);
