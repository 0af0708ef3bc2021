import { indexPhrases } from "./phrase-index.ts";

/**
 * What turns a statement into its opposite. `strong`: needless or left out, whatever it is. `weak`: a plain no, which
 * denies a part (`no cache`) and affirms care about a trouble (`no leakage`). `before`: denies what stands before it.
 * `harm`: calls what stands before it bad. `guard`: looks like one of them and is none.
 */
export type NegationCue = "strong" | "weak" | "without" | "replaced" | "before" | "harm" | "guard";

const strong = [
  "no need for|of|to",
  "no need",
  "no reason|point|sense|benefit|value to|in|for",
  "not need",
  "not require",
  "not necessary",
  "not worth",
  "not bother",
  "not .. worry|care about",
  "not care",
  "not worry",
  "not think we|i|it|that",
  "not believe we|i|it|that",
  "not convinced",

  "unnecessary",
  "needless",
  "skip",
  "skip over",
  "omit",
  "neglect",
  "ignore",
  "overlook",
  "forgo",
  "forget about?",
  "leave out|off|aside",
  "do|go|live|work without",
  "get away without",
  "get away with no",
  "rule out",
  "get rid of",
  "stay away from",
  "decide against",
  "against using|having|adding",
  "hold off on?",
  "who need",
  "who care about",
  "see no need|reason|point",
  "too early for|to",
];
const subject = "we|i|you|they|us|team";
const auxiliary = "would|will|do|can|could|should|shall|might|be|have|need";
const weak = [
  `${subject} ${auxiliary} not|never`,
  `${subject} not|never`,
  "never",
  "do not",
  "it|that|this be not",
  "not",
  "no",
  "neither",
  "nor",
  "zero",
];
const replaced = ["instead of", "rather than", "as opposed to", "in place of", "replace"];
const before = [
  "be not need",
  "be not necessary|required|worth|important|relevant",
  "be not priority|issue|concern|problem",
  "do not matter",
  "will|would|do not have|do|use|need|want it|that|this|one",
  "not need at this|all|here|now|yet",
  "be|seem|feel|sound|look overkill|unnecessary|pointless|useless|needless|premature",
  "be|seem|feel .. too much",
  "overkill",
  "would be overkill",
  "not buy us",
  "we|i would|will? leave|left it|them|this|these out|away|aside",
  "we|i would|will? skip|drop|omit|ignore it|them|this|these",
  "we|i would|will|can? do without it|them|this|these",
  "be =waste",
  "be excluded from .. first|v1|scope|launch",
  "be too complex|complicated|heavy|expensive for|here|now",
  "be not worth it?",
  "can be skip|omit|drop|ignore|left out",
];
const harm = [
  "would|will|could|can .. disaster|mistake|risk|risky|dangerous|wrong|crazy|bad|irresponsible|unacceptable|terrible|fatal|reckless|foolish|catastroph*",
  "be .. disaster|mistake|risky|dangerous|crazy|irresponsible|unacceptable|fatal|reckless|foolish|catastroph*",
  "be not option|acceptable|ok|okay|enough",
  "would|will hurt|bite|kill|break|haunt us?",
  "be how",
  "mean we .. blind|never",
  "would not work|fly",
  "be asking for trouble",
  "be red flag",
  "be non starter",
];
const guard = [
  "not only|=just|merely|simply",
  "not let|trust|lose|break|hurt|exceed|afford|wait|sure|block|stop|affect|leak|overfit|drift|see",
  "no matter",
  "not .. #duration .. #duration",
  "not want .. lose|wait|miss|stale|block|show|overload|break",
  "no longer",
  "no more|less|later than",
  "not more|less|fewer than",
  "not sure",
  "no doubt",
  "no one",
  "why not",
  "or not",
  "not yet",
  "skip gram|connection|list|link",
  "if not",
  "not all",
  "not every|everything|everybody|everyone|everywhere",
  "no idea",
  "not necessarily",
  "not always",
  "no single",
  "not until|before|unless",
  "not have .. enough",
  "zero downtime|shot|trust|day",
  "fill missing .. zero",
  "not hear|surprise",
  "never .. twice",
  "can be replace",
  "not .. hours|days",
];

const lines = (cue: NegationCue, phrases: readonly string[]) => phrases.map((phrase) => [phrase, cue] as const);

export const negationCues = indexPhrases<NegationCue>([
  ...lines("strong", strong),
  ...lines("weak", weak),
  ...lines("without", ["without"]),
  ...lines("replaced", replaced),
  ...lines("before", before),
  ...lines("harm", harm),
  ...lines("guard", guard),
]);
