/** A metric as documents name it, and as the format does. */
export interface KnownMetric {
  readonly name: string;
  readonly family: "offline" | "online" | "guardrails";
  /** Which side of a target is good. */
  readonly better: "higher" | "lower";
  /** Folded. */
  readonly says: RegExp;
}

export const knownMetrics: readonly KnownMetric[] = [
  { name: "ndcg", family: "offline", better: "higher", says: /\bndcg(?:@(\d+))?/u },
  {
    name: "recall",
    family: "offline",
    better: "higher",
    says: /\b(?:recall|rappel|exhaustividad|trefferquote)(?:@(\d+))?/u,
  },
  { name: "precision", family: "offline", better: "higher", says: /\b(?:precision|prazision)(?:@(\d+))?/u },
  { name: "hitRate", family: "offline", better: "higher", says: /\bhit ?rate(?:@(\d+))?/u },
  { name: "mrr", family: "offline", better: "higher", says: /\bmrr(?:@(\d+))?/u },
  { name: "map", family: "offline", better: "higher", says: /\bmap(?:@(\d+))?(?=\W|$)/u },
  {
    name: "averagePrecision",
    family: "offline",
    better: "higher",
    says: /\b(?:pr[- ]auc|auc-pr|average precision)\b/u,
  },
  { name: "auc", family: "offline", better: "higher", says: /\b(?:roc[- ])?auc(?:-roc)?\b/u },
  { name: "f1", family: "offline", better: "higher", says: /\bf1(?:[- ]score)?\b/u },
  { name: "logLoss", family: "offline", better: "lower", says: /\blog ?loss\b/u },
  { name: "accuracy", family: "offline", better: "higher", says: /\b(?:accuracy|genauigkeit)\b/u },
  { name: "rmse", family: "offline", better: "lower", says: /\brmse\b/u },
  { name: "mae", family: "offline", better: "lower", says: /\bmae\b/u },
  { name: "mape", family: "offline", better: "lower", says: /\bmape\b/u },
  { name: "ece", family: "offline", better: "lower", says: /\bece\b/u },
  { name: "groundedness", family: "offline", better: "higher", says: /\bgroundedness\b/u },
  {
    name: "ctr",
    family: "online",
    better: "higher",
    says: /\b(?:ctr|click-?through(?: rate)?|klickrate|taux de clics?|tasa de clics?)\b/u,
  },
  {
    name: "conversionRate",
    family: "online",
    better: "higher",
    says: /\b(?:conversion(?: rate)?|konversionsrate|konversion|taux de conversion|tasa de conversion)\b/u,
  },
  { name: "addRate", family: "online", better: "higher", says: /\badd(?:-to-(?:list|cart))? rate\b/u },
  {
    name: "retention",
    family: "online",
    better: "higher",
    says: /\b(?:(?:d7|d30|user|weekly) retention|wiederkehrrate)\b/u,
  },
  {
    name: "falsePositiveRate",
    family: "guardrails",
    better: "lower",
    says: /\b(?:false[- ]positive rate|fpr|falsch-positiv-rate|fehlalarmrate|taux de faux positifs|tasa de falsos positivos)\b/u,
  },
  {
    name: "falseNegativeRate",
    family: "guardrails",
    better: "lower",
    says: /\b(?:false[- ]negative rate|fnr|taux de faux negatifs|tasa de falsos negativos)\b/u,
  },
  {
    name: "errorRate",
    family: "guardrails",
    better: "lower",
    says: /\b(?:error rate|5xx rate|fehlerrate|taux d'erreurs?|tasa de error(?:es)?|taxa de erros?)\b/u,
  },
  {
    name: "coverage",
    family: "guardrails",
    better: "higher",
    says: /\b(?:coverage|abdeckung|couverture|cobertura)\b/u,
  },
];

/** Kinds of system by the words that name nothing else. Folded. */
export const systemWords: readonly (readonly [system: string, says: RegExp])[] = [
  [
    "recommendation",
    /\b(?:recommend(?:ation|er|ations)s?(?: system| engine| service)?|empfehlung(?:en|s\w*)?|recommandations?|recomendaci(?:on|ones)|recomendac(?:ao|oes)|raccomandazion[ei]|\w+empfehlungen)\b/u,
  ],
  ["feed", /\b(?:news ?feed|home feed)\b/u],
  [
    "search",
    /\b(?:search ranking|search relevance|product search|suchranking|produktsuche|classement de recherche|ranking de busqueda)\b/u,
  ],
  [
    "fraud",
    /\b(?:fraud(?: detection| scoring)?|betrugserkennung|zahlungsbetrug|(?:detection de )?fraude|deteccion de fraude)\b/u,
  ],
  [
    "moderation",
    /\b(?:content moderation|inhaltsmoderation|moderation (?:de contenus?|des contenus)|moderacion de contenido)\b/u,
  ],
  ["spam", /\bspam(?: filter| detection|erkennung)?\b/u],
  ["bidding", /\b(?:real-time bidding|rtb)\b/u],
  ["ads", /\b(?:ads? click prediction|ad ranking|ctr prediction for ads)\b/u],
  ["rag", /\b(?:rag|retrieval[- ]augmented(?: generation)?)\b/u],
  ["pricing", /\b(?:dynamic pricing|dynamische preis\w*|tarification dynamique|precios dinamicos)\b/u],
  ["perception", /\b(?:driving perception|perception (?:stack|for (?:cars|vehicles|driving)))\b/u],
];

/** Words for values that must be one of a few. Folded. */
export const choices: Readonly<Record<string, readonly (readonly [value: string, says: RegExp])[]>> = {
  "model.baseline": [
    [
      "popularity",
      /\b(?:popularity|most popular|best ?sellers?|popularitat|bestseller\w*|popularite|popularidad|mas vendidos|meilleures ventes)\b/u,
    ],
    [
      "logistic",
      /\b(?:logistic regression|logistische regression|regression logistique|regresion logistica|regressao logistica)\b/u,
    ],
    ["linear", /\blinear(?:e)? regression\b/u],
    ["naive-bayes", /\bnaive bayes\b/u],
    ["bm25", /\bbm25\b/u],
    ["random", /\brandom (?:order|ranking)\b/u],
    ["rules", /\b(?:rules?|rule-based|regeln|regelwerk|regles|reglas)\b/u],
    ["current-system", /\b(?:current system|existing system|heutiges system|systeme actuel|sistema actual)\b/u],
    ["gbdt", /\b(?:gbdt|gradient[- ]boost\w*|lightgbm|xgboost)\b/u],
  ],
  "model.rank": [
    ["gbdt", /\b(?:gbdt|gradient[- ]boost\w*|lightgbm|xgboost|lambdamart|catboost)\b/u],
    ["two-tower", /\btwo[- ]tower\b/u],
    ["logistic", /\b(?:logistic regression|logistische regression|regression logistique|regresion logistica)\b/u],
    ["cross-encoder", /\bcross[- ]encoder\b/u],
    ["isolation-forest", /\bisolation forest\b/u],
    ["gnn", /\b(?:gnn|graph neural network)\b/u],
    ["llm", /\b(?:llm|large language model)\b/u],
    ["dnn", /\b(?:dnn|deep neural network)\b/u],
    ["transformer", /\btransformer\b/u],
  ],
  "model.formulation": [
    "classification",
    "ranking",
    "regression",
    "retrieval",
    "generation",
    "detection",
    "forecasting",
  ].map((word) => [word, new RegExp(`\\b${word}\\b`, "u")] as const),
  "serving.mode": [
    ["near-real-time", /\bnear[- ]real[- ]time\b/u],
    ["online", /\b(?:online|on request|real[- ]time|echtzeit|temps reel|en ligne|tiempo real|en linea)\b/u],
    ["batch", /\b(?:batch|nightly|stapelverarbeitung|par lots|por lotes)\b/u],
    ["streaming", /\bstreaming\b/u],
    ["on-device", /\b(?:on[- ]device|auf dem gerat|sur l'appareil|en el dispositivo)\b/u],
  ],
  "serving.fallback": [
    [
      "popularity",
      /\b(?:popularity|most popular|best ?sellers?|bestseller\w*|popularite|populaires|popularidad|populares|mas vendidos|meilleures ventes)\b/u,
    ],
    ["previous-model", /\b(?:previous model|last model|vorheriges modell|modele precedent|modelo anterior)\b/u],
    ["cached-answer", /\b(?:cached (?:answer|response|result)s?|reponse en cache|respuesta en cache)\b/u],
    ["rules", /\b(?:rules?|rule-based|regeln|regelwerk|regles|reglas)\b/u],
    ["human-review", /\b(?:human review|manual review|manuelle prufung|revision manual|revue manuelle)\b/u],
    ["bm25", /\bbm25\b/u],
    ["list-price", /\blist price\b/u],
    ["let-through", /\b(?:let through|allow the payment|durchlassen)\b/u],
  ],
  "serving.rollout.rollBack": [
    ["automatic", /\b(?:automatic(?:ally)?|automatisch|automatique(?:ment)?|automatic[oa]|automaticamente)\b/u],
    ["by hand", /\b(?:by hand|manual(?:ly)?|manuell|manuel(?:lement)?|manualmente)\b/u],
  ],
  stage: [
    ["concept", /^(?:concept|konzept|concepto)$/u],
    ["prototype", /^(?:prototype|prototyp|prototipo)$/u],
    ["production", /^(?:production|produktion|produccion|in production)$/u],
  ],
};

/** Low, medium and high. Folded. */
export const grades: readonly (readonly [value: string, says: RegExp])[] = [
  ["low", /^(?:low|niedrig|gering|faible|bajo|baja|baixo|baixa|basso)$/u],
  ["medium", /^(?:medium|mid|mittel|moyen(?:ne)?|medio|media|moyen)$/u],
  ["high", /^(?:high|hoch|elevee?|forte?|alto|alta)$/u],
];

/** Columns of tables. Folded names. */
export const columns: Readonly<Record<string, string>> = {
  metric: "metric | metrik | kennzahl | metrique | indicateur | metrica | indicador | kpi | slo | name",
  target:
    "target | goal | bound | sla | threshold | zielwert | ziel | soll | cible | objectif | objetivo | meta | launch target | required",
  baseline:
    "baseline | current | today | ist | heute | actuel | aujourd'hui | actual | hoy | base | valor actual | wert heute",
  detect:
    "mde | detect | minimum detectable effect | smallest effect | kleinster effekt | effet minimal | efecto minimo",
  risk: "risk | risiko | risque | riesgo | risco",
  likelihood:
    "likelihood | probability | wahrscheinlichkeit | eintrittswahrscheinlichkeit | probabilite | probabilidad | probabilidade",
  impact: "impact | severity | auswirkung | schaden | impacto | gravite",
  mitigation:
    "mitigation | mitigations | measure | massnahme | massnahmen | gegenmassnahme | mesure | parade | mitigacion | mitigacao | medida",
  signal: "signal | how seen | detection | erkennung | senal",
  owner: "owner | verantwortlich | responsable | responsavel",
  decision: "decision | chose | choice | entscheidung | choix | decision prise | eleccion",
  over: "over | alternatives | alternative | rejected | alternativen | alternativas | statt",
  because: "because | reason | why | rationale | grund | begrundung | raison | pourquoi | motivo | razon",
  step: "step | component | schritt | etape | paso | etapa",
  p99: "p99 | p99 budget | budget p99",
  p50: "p50 | p50 budget",
  feature: "feature | merkmal | name | caracteristique | caracteristica | nom | nombre",
  group: "group | type | gruppe | typ | groupe | grupo",
  meaning: "meaning | description | definition | bedeutung | beschreibung | description | descripcion",
  freshness: "freshness | frische | aktualitat | fraicheur | frescura",
  window: "window | fenster | zeitfenster | fenetre | ventana",
  source: "source | data source | quelle | datenquelle | fuente | fonte | name",
  volume: "volume | rate | volumen",
  retention: "retention | aufbewahrung | conservation | retencion",
};
