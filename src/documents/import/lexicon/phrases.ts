/** Sentences that say on their own what they are about; the first group is the value. They see text as written. */
export interface Phrase {
  readonly path: string;
  readonly says: RegExp;
  /** Parts of the design under which it holds; anywhere when absent. */
  readonly under?: readonly string[];
  /** The value, where it is not the group as written. */
  readonly value?: string;
}

const start = ["", "requirements"];

export const phrases: readonly Phrase[] = [
  { path: "requirements.problem", says: /^The problem (?:today )?is (?:that )?(.{10,400})$/isu, under: start },
  { path: "requirements.objective", says: /^(?:Our|The) (?:goal|objective|aim) is to (.{5,400})$/isu, under: start },
  { path: "requirements.problem", says: /^Das Problem ist,? (?:dass )?(.{10,400})$/isu, under: start },
  { path: "requirements.objective", says: /^(?:Unser|Das) Ziel ist(?: es)?,? (.{5,400})$/isu, under: start },
  { path: "requirements.problem", says: /^Le problème est (?:que |qu['’])?(.{10,400})$/isu, under: start },
  { path: "requirements.objective", says: /^(?:Notre|L['’]) ?objectif est (?:de |d['’])?(.{5,400})$/isu, under: start },
  { path: "requirements.problem", says: /^El problema es (?:que )?(.{10,400})$/isu, under: start },
  { path: "requirements.objective", says: /^(?:Nuestro|El) objetivo es (.{5,400})$/isu, under: start },
  {
    path: "monitoring.experiment.unit",
    says: /\b(?:randomi[sz]ed|bucketed|assigned to arms) (?:by|per|on) (?:the )?(\p{L}+)/iu,
  },
  { path: "monitoring.experiment.unit", says: /\brandomisiert (?:nach|pro|je) (\p{L}+)/iu },
  { path: "monitoring.experiment.unit", says: /\brandomisée? par (\p{L}+)/iu },
  { path: "monitoring.experiment.unit", says: /\baleatorizad[oa] por (\p{L}+)/iu },
  {
    path: "serving.cache.what",
    says: /\b(responses?|answers?) (?:are|is) cached\b|\b(?:cached?|caching of) (responses?|answers?)\b/iu,
    under: ["", "serving"],
    value: "response",
  },
];
