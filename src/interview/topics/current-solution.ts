import { defineTopic } from "../topic.ts";

export default defineTopic({
  id: "current-solution",
  name: "Current solution",
  means:
    "What decides today, how well, and why that is not enough. A model built as a first comparison belongs to the baseline; moving off the old system belongs to the organisation.",
  stage: "requirements",
  group: "problem solving",
  paths: ["requirements.today"],
  names: [
    "current|existing|present|incumbent|legacy|old solution|system|approach|model|process|ranker|setup|rules|method|pipeline|implementation|heuristic",
    "what .. exist|exists|existing|in place|done|use|used|using|have|happens|do|does .. today|now|currently|already|right now",
    "is there|do we|do you|have we|have you .. already|existing|in place|anything today",
    "how .. today|currently|right now",
    "how .. handled|solved|done|decided|ranked|moderated|detected|works today|now|currently|at moment",
    "status quo",
    "as is system|state|process",
    "already have|has|running|in production|in place",
  ],
  mechanisms: [
    "today .. rules|manual|manually|reviewers|popularity|editors|by hand|spreadsheet|spreadsheets|sorted|heuristic|heuristics|keyword|keywords|hand|ranked|static|agents|they",
    "currently .. rules|manual|manually|reviewers|popularity|editors|by hand|spreadsheet|spreadsheets|sorted|heuristic|heuristics|keyword|keywords|hand|ranked|static|agents|show|shows|use|uses",
    "right now .. rules|manual|manually|popularity|editors|by hand|sorted|heuristic|heuristics|keyword|keywords",
    "current|existing|present|legacy|old|today s rules|system|model|ranker|heuristic|approach|solution .. misses|miss|catches|catch|only|cannot|not|gets|get|takes|take|breaks|lets|flags|has|loses|too|fails|fail|stale|slow",
    "what|why|where .. wrong|not enough|fails|falls short|missing|lacking|hurts .. with|about|in it|today|current|existing|rules",
    "rules|system|process|list|model we have|they have|in place|have today|exists today|used today",
    "what we|they have|do|use|run today|now|currently",
    "improve|improvement|better|beat|beats|gain|lift over|on|than .. current|existing|status quo|today|old system|legacy",
    "replace|replaces|replacing .. existing|current|legacy|old|rules|manual|rule based|spreadsheet",
    "people|editors|analysts|reviewers|humans|agents|moderators .. do|does|pick|check|review|decide|sort it|this|them|everything .. by hand|manually|today",
  ],
  numbers: ["share", "count"],
  not: [
    "current user",
    "current session",
    "current time",
    "current model version",
    "existing users",
    "existing index",
    "electric current",
  ],
  asks: {
    probe: [
      "Somebody copes with this problem already. How, and where does it hurt?",
      "Before you build: what would you want to know about how things are decided at present?",
    ],
    number: ["How good is what is there, in figures, and how would you find out?"],
    guide: ["You are rarely the first. What would you ask the people who live with this now?"],
  },
  hint: "Something makes this decision even before you arrive.",
  exercise:
    "Write five questions to the person who runs the present process, and for each say how the answer would change your design. Four minutes.",
  says: {
    positive: [
      "What do we have in place today?",
      "Currently it's keyword rules, and they catch maybe half of the spam.",
      "So right now editors pick by hand, which can't follow a million articles.",
      "The existing system only looks at the amount, so it misses account takeovers.",
      "We need to know how much better we are than the status quo.",
      "Today analysts check everything manually and that takes them two days.",
      "is there already something running, rules or whatever?",
    ],
    negative: ["I don't need to know about the current system.", "Let's ignore the existing solution."],
    nearMiss: [
      "We encode the current session as a sequence.",
      "Today I want to talk about ranking.",
      "The electric current drops when the fan stops.",
    ],
  },
});
