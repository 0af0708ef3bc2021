import type { NumberKind } from "../imported.ts";

/** A place of the design for a number, and the words that must stand near it. Patterns see folded text. */
export interface Slot {
  readonly path: string;
  readonly kinds: readonly NumberKind[];
  /** What is counted. */
  readonly noun?: string;
  readonly says?: RegExp;
  /** Words that make the meaning another one. */
  readonly not?: RegExp;
  /** Parts of the design under which it may stand; anywhere when absent. `""` is a text under no known heading. */
  readonly under?: readonly string[];
  /** Only where a bound is put on it: what something costs is not what it may cost. */
  readonly bounded?: true;
  /** A fact about today as well as a demand. */
  readonly fact?: boolean;
  /** How the value is written, with `#` for the quantity; `#` when absent. */
  readonly write?: "whole" | "bound<=" | "bound>=" | "alarm";
  /** Keys that stand beside it in an item of a list. */
  readonly beside?: Readonly<Record<string, string>>;
}

const general = ["", "requirements", "metrics", "organisation", "architecture", "serving"];
const apart =
  /\b(?:per|each|new|test|sample|pilot|beta|every|pro|je|par|chaque|nouveaux|por|cada|nuevos|train\w*|labell?ed|top|show\w*|zeig\w*|candidates?|which|canary|segment|interview\w*|survey\w*|participants?|panel)\b/u;
const future =
  /\b(?:by 20\d\d|bis 20\d\d|d'ici|para 20\d\d|until|grow\w*|wachs\w*|croiss\w*|crec\w*|in (?:two|three|\d) years)\b/u;
const aside = new RegExp(`${apart.source}|${future.source}`, "u");
const peak =
  /\b(?:peaks?|spitzen?\w*|hochst\w*|pointe|pics?|pico|maximum|maxim[oa]|burst|black friday|busiest|hora punta)\b/u;
const average =
  /\b(?:average|avg|mean|durchschnitt\w*|mittel|mittlere\w*|im schnitt|moyenn?e?s?|promedio|medi[oa]|steady)\b/u;
const requestWords =
  /\b(?:requests?|reqs?|qps|rps|traffic|queries|load|anfragen|last|\w*last|requetes|trafic|charge|peticiones|solicitudes|consultas|trafico|carga|requisicoes|throughput|calls)\b/u;
const latencyNot = /\b(?:feature step|alarm\w*|alert\w*|page|pager|alarme|alerte|alarma|alerta)\b/u;

export const slots: readonly Slot[] = [
  { path: "requirements.scale.users", kinds: ["count"], noun: "users", not: aside, under: general, fact: true },
  { path: "requirements.scale.items", kinds: ["count"], noun: "items", not: aside, under: general, fact: true },
  {
    path: "requirements.scale.requests.peak",
    kinds: ["rate"],
    noun: "requests",
    says: peak,
    not: future,
    under: general,
    fact: true,
  },
  {
    path: "requirements.scale.requests.average",
    kinds: ["rate"],
    noun: "requests",
    says: average,
    not: new RegExp(`${peak.source}|${future.source}`, "u"),
    under: general,
    fact: true,
  },
  {
    path: "requirements.scale.events",
    kinds: ["rate"],
    noun: "events",
    not: aside,
    under: ["", "requirements"],
    fact: true,
  },
  {
    path: "requirements.scale.predictions",
    kinds: ["rate"],
    noun: "predictions",
    not: future,
    under: general,
    fact: true,
  },
  { path: "requirements.scale.growth", kinds: ["growth"], under: general, fact: true },
  {
    path: "requirements.constraints.budget",
    kinds: ["money"],
    says: /\b(?:budget|kostenrahmen|presupuesto|orcamento|may cost|darf kosten)\b/u,
    not: /\b(?:sav\w+|revenue|umsatz|ertrag|gewinn|ingresos|revenus?|loss|fraud losses|worth|value|verlust\w*|pertes?|perdidas?)\b/u,
    under: general,
  },
  {
    path: "requirements.constraints.budget",
    kinds: ["money"],
    says: /\b(?:costs?|spend|kosten\w*|kostet|couts?|coste|costo|custo)\b/u,
    bounded: true,
    not: /\b(?:sav\w+|revenue|umsatz|ertrag|gewinn|ingresos|revenus?|loss|fraud losses|worth|value|verlust\w*|pertes?|perdidas?)\b/u,
    under: general,
  },
  {
    path: "requirements.constraints.availability",
    kinds: ["share"],
    says: /\b(?:availability|available|uptime|verfugbar\w*|disponib\w*)\b/u,
    under: general,
  },
  {
    path: "requirements.constraints.team.engineers",
    kinds: ["count"],
    noun: "engineers",
    write: "whole",
    under: general,
    not: /\b(?:of|other|platform)\b.{0,20}$/u,
    fact: true,
  },
  {
    path: "metrics.guardrails",
    kinds: ["share"],
    says: /\b(?:error rate|5xx rate|fehlerrate|taux d'erreurs?|tasa de error(?:es)?)\b/u,
    not: latencyNot,
    under: [...general, "monitoring"].filter((stage) => stage !== "monitoring"),
    write: "bound<=",
    beside: { metric: "errorRate" },
  },
  {
    path: "monitoring.drift",
    kinds: ["number"],
    says: /\bpsi\b.*\b(?:features?|merkmal\w*|caracteristi\w+|variables)\b|\b(?:features?|merkmal\w*|caracteristi\w+|variables)\b.*\bpsi\b/u,
    write: "alarm",
    beside: { of: "features", test: "psi" },
  },
  {
    path: "monitoring.drift",
    kinds: ["number"],
    says: /\bpsi\b.*\b(?:scores?|puntuacion\w*|predictions?)\b|\b(?:scores?|puntuacion\w*|predictions?)\b.*\bpsi\b/u,
    write: "alarm",
    beside: { of: "scores", test: "psi" },
  },
  {
    path: "data.labels[0].window",
    kinds: ["duration"],
    says: /\b(?:label window|attribution window|conversion window|label-?fenster|attributionsfenster|fenetre (?:d'attribution|de label)|ventana de (?:etiqueta|atribucion))\b/u,
    not: /\bdelay/u,
  },
  {
    path: "data.labels[0].delay",
    kinds: ["duration"],
    says: /\b(?:label delay|chargebacks? (?:arrive|take)|labels? (?:arrive|take)|label-?verzogerung|delai des (?:labels|etiquettes)|retraso de las etiquetas|las etiquetas llegan|labels treffen)\b/u,
  },
  {
    path: "data.labels[0].balance",
    kinds: ["share"],
    says: /\b(?:transactions|payments|orders|messages|comments|claims) (?:are|is) (?:fraud\w*|spam|abus\w*|positive|toxic)|\b(?:positive rate|positives|base rate|prevalence|class balance|fraud rate|betrugsquote|anteil (?:der )?positive[rn]?|taux de fraude|taux de positifs|tasa de fraude|tasa de positivos)\b/u,
    not: /\b(?:false|faux|falsos)\b/u,
    under: ["", "data", "requirements", "model"],
    fact: true,
  },
  {
    path: "data.retention",
    kinds: ["duration"],
    says: /\b(?:retention|retained|kept for|keep \w+ for|aufbewahr\w*|conserv\w+|retencion|se guardan)\b/u,
    not: /\b(?:users?|d7|d30|kpi|cache)\b/u,
    under: ["", "data", "requirements"],
    fact: true,
  },
  {
    path: "model.train.on",
    kinds: ["duration"],
    says: /\b(?:train(?:ed|s|ing)? (?:it )?(?:on|window)|history for training|trainingszeitraum|trainiert auf|trainingsdaten der letzten|entraine[es]? sur|historique d'entrainement|entrena con|entrenad[oa] con)\b/u,
    not: /\b(?:every|alle|tous les|toutes les|cada)\b/u,
  },
  {
    path: "model.train.every",
    kinds: ["duration"],
    says: /\b(?:retrain\w*|train\w*|nachtrainier\w*|neu trainiert|trainiert|reentrain\w*|entrain\w*|reentren\w*|entren\w*)\b.*\b(?:every|alle|tous les|toutes les|cada)\b|\b(?:every|alle|tous les|toutes les|cada)\b.*\b(?:retrain\w*|trained|neu trainiert|trainiert|reentrain\w*|reentren\w*|entren\w*)\b/u,
    under: ["", "model", "serving"],
  },
  {
    path: "monitoring.retrain[0].every",
    kinds: ["duration"],
    says: /\b(?:retrain\w*|nachtrain\w*|neu trainiert|reentrain\w*|reentren\w*)\b.*\b(?:every|alle|tous les|toutes les|cada)\b|\b(?:every|alle|tous les|toutes les|cada)\b.*\b(?:retrain\w*|neu trainiert|reentrain\w*|reentren\w*)\b/u,
    under: ["monitoring"],
  },
  {
    path: "serving.deadline",
    kinds: ["duration"],
    says: /\b(?:deadline|time-?out|zeitlimit|delai maximal|tiempo limite)\b/u,
    not: /\b(?:retry|database|connection)\b/u,
    under: ["", "serving", "requirements"],
  },
  {
    path: "serving.cache.for",
    kinds: ["duration"],
    says: /\b(?:cached?|caching|zwischengespeichert|mise? en cache|en cache|cachea\w*)\b.*\b(?:for|ttl|fur|pendant|durante)\b|\bttl\b/u,
    under: ["", "serving"],
  },
  {
    path: "serving.cache.hits",
    kinds: ["share"],
    says: /\b(?:cache hit|hit rate|trefferquote|taux de succes du cache|tasa de aciertos)\b/u,
    under: ["serving"],
  },
  {
    path: "serving.rollout.shadow",
    kinds: ["duration"],
    says: /\b(?:shadow\w*|schatten\w*|ombre|sombra|fantome)\b/u,
  },
  {
    path: "serving.rollout.rollBackWithin",
    kinds: ["duration"],
    says: /\b(?:roll(?:ed|s)?[ -]?back|ruckrollung|zuruckgerollt|retour arriere|vuelta atras)\b.*\b(?:within|in|under|innerhalb|en moins|en menos)\b/u,
  },
  {
    path: "monitoring.experiment.power",
    kinds: ["share", "number"],
    says: /\b(?:power|teststarke|puissance|potencia)\b/u,
  },
  {
    path: "monitoring.experiment.significance",
    kinds: ["share", "number"],
    says: /\b(?:significance|alpha|signifikanz\w*|seuil de signification|significacion|significativite)\b/u,
    not: /\bpower\b/u,
  },
  {
    path: "monitoring.experiment.lasts",
    kinds: ["duration"],
    says: /\b(?:a\/b|ab[- ]test|experiment\w*|test)\b.*\b(?:lasts?|runs?|for|during|lauft|dauert|dure|pendant|dura|durante|duration|dauer)\b/u,
    under: ["", "monitoring", "metrics", "serving"],
    not: /\b(?:labels?|trained|offline|held[- ]out|split)\b/u,
  },
  {
    path: "serving.review.reviewers",
    kinds: ["count"],
    noun: "reviewers",
    under: ["serving"],
    write: "whole",
    fact: true,
  },
  {
    path: "serving.review.perCase",
    kinds: ["duration"],
    says: /\b(?:per case|per review|pro fall|par cas|por caso)\b/u,
    fact: true,
  },
  {
    path: "requirements.costOfErrors.falsePositive",
    kinds: ["cost", "unitCost"],
    says: /\b(?:false positive|false alarm|fehlalarm|faux positif|falso positivo)\b/u,
    fact: true,
  },
  {
    path: "requirements.costOfErrors.falseNegative",
    kinds: ["cost", "unitCost"],
    says: /\b(?:false negative|missed (?:fraud|case)|falso negativo|faux negatif)\b/u,
    fact: true,
  },
  {
    path: "model.train.rows",
    kinds: ["count"],
    noun: "rows",
    says: /\b(?:train\w*|entrain\w*|entren\w*)\b/u,
    under: ["", "model", "data"],
    fact: true,
  },
];

/** Why a number of a kind that has a place in the design did not find it. */
export const reasons: readonly (readonly [kinds: readonly NumberKind[], says: RegExp, why: string])[] = [
  [["rate"], requestWords, "it does not say whether it is the average or the peak"],
  [
    ["duration"],
    /\b(?:latency|latenz|latence|latencia|response time|antwortzeit|temps de reponse|tiempo de respuesta)\b/u,
    "it does not say which percentile",
  ],
  [["number", "share"], /\bpsi\b/u, "it does not say what drifts: features or scores"],
];
