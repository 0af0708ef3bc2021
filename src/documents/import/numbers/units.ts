/** Spellings of units, as patterns; each list leads to the unit of the format. */
export const durations: readonly (readonly [unit: string, spelling: string])[] = [
  ["ns", "ns|nanoseconds?|Nanosekunden?"],
  ["us", "µs|μs|us|microseconds?|Mikrosekunden?"],
  ["ms", "ms|msecs?|millis|milliseconds?|Millisekunden?|millisecondes?|milisegundos?|milissegundos?|millisecondi"],
  ["s", "s|secs?|seconds?|Sekunden?|Sek\\.?|secondes?|segundos?|secondi|secondo"],
  ["min", "min|mins|minutes?|minuten?|minutos?|minuti|minuto"],
  ["h", "h|hrs?|hours?|Stunden?|Std\\.?|stündig\\p{L}*|heures?|horas?|ore"],
  ["d", "d|days?|Tagen?|Tage?s?|tägig\\p{L}*|jours?|días?|dias?|giorni|giorno"],
  ["w", "w|wks?|weeks?|Wochen?|wöchig\\p{L}*|semaines?|semanas?|settimane|settimana"],
  ["month", "months?|Monaten?|Monate?s?|mois|mes|meses|mês|mesi"],
  ["y", "y|yrs?|years?|Jahren?|Jahre?s?|ans?|années?|años?|anos?|anni|anno"],
];

export const sizes: readonly (readonly [unit: string, spelling: string])[] = [
  ["kB", "kB|KB|ko|Ko|kilobytes?"],
  ["MB", "MB|Mo|[mM]egabytes?"],
  ["GB", "GB|Go|[gG]igabytes?"],
  ["TB", "TB|To|[tT]erabytes?"],
  ["PB", "PB|Po|[pP]etabytes?"],
  ["KiB", "KiB"],
  ["MiB", "MiB"],
  ["GiB", "GiB"],
  ["TiB", "TiB"],
  ["B", "bytes?|octets?"],
];

/** Words and letters that multiply, with their factor; `billion` is another number in some languages. */
export const multiples: readonly (readonly [factor: number, spelling: string, not?: readonly string[]])[] = [
  [1e9, "mil millones|mil milhões|bn|Mrd\\.?|[mM]illiarden?|[mM]illiards?|[mM]iliardi|bilhões|bilhão"],
  [1e9, "[bB]illions?", ["de", "fr", "es", "it", "pt"]],
  [1e12, "[tT]rillions?", ["de", "fr", "es", "it", "pt"]],
  [
    1e6,
    "[mM]illions?|[mM]illionen|[mM]io\\.?|[mM]ill\\.|mn|[mM]illón|[mM]illones|milhões|milhão|[mM]ilioni|[mM]ilione",
  ],
  [1e3, "thousand|Tausend|tausend|Tsd\\.?|mille|mil|mila"],
];
export const letters: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9 };

/** What is counted; the first word names it. */
export const nouns: readonly (readonly [what: string, spelling: string])[] = [
  [
    "requests",
    "requests?|reqs?|queries|query|calls?|Anfragen?|Abfragen|Aufrufen?|Aufrufe|requêtes?|peticiones|petición|solicitudes|consultas|requisições|richieste|lookups",
  ],
  ["events", "events?|clicks?|impressions?|Ereignissen?|Ereignisse|Klicks|événements?|evenements?|eventos?|eventi"],
  ["predictions", "predictions?|inferences?|Vorhersagen|prédictions?|predicciones|previsões"],
  [
    "users",
    "users?|MAU|DAU|members?|readers?|customers?|households?|accounts?|shoppers?|subscribers?|Nutzern?|Nutzerinnen|Nutzende|Benutzern?|Kunden|Kundinnen|Konten|Lesern?|Mitgliedern?|utilisateurs?|utilisatrices|clients?|lecteurs?|abonnés?|usuarios?|usuarias|clientes?|lectores|utilizadores|usuários|utenti|clienti",
  ],
  [
    "items",
    "items?|products?|articles?|books?|documents?|videos?|listings?|ads|SKUs?|titles|Artikeln?|Produkten?|Produkte|Büchern?|Dokumenten?|Dokumente|produits?|livres?|artículos?|productos?|libros?|documentos?|anuncios?|produtos|itens|prodotti|articoli|documenti",
  ],
  [
    "engineers",
    "engineers?|developers?|Entwicklern?|Entwicklerinnen|Ingenieuren?|Ingenieure|ingénieurs?|développeurs?|ingenier[oa]s|desarrolladores|engenheiros|ingegneri",
  ],
  ["reviewers", "reviewers?|moderators?|Prüfern?|Prüferinnen|modérateurs?|revisores|moderadores"],
  ["annotators", "annotators?|labell?ers|Annotatoren|annotateurs?|anotadores"],
  [
    "rows",
    "rows?|records?|transactions?|orders?|payments?|Zeilen|Datensätzen?|Transaktionen|Bestellungen|Zahlungen|lignes?|transactions|commandes?|paiements?|filas|registros|transacciones|pedidos|pagos|transações|cases|tickets|messages|posts|reviews|queries",
  ],
  ["parameters", "parameters?|params|Parametern?|paramètres?|parámetros|parâmetros"],
  [
    "features",
    "features?|Merkmalen?|Merkmale|caractéristiques|características|candidates|Kandidaten|candidats|candidatos|trees|Bäumen?|Bäume|arbres|árboles|vCPUs?|GPUs?|replicas?|pods?|nodes?|servers?|tokens?|chunks?|models?|Modellen?|Modelle|modèles|modelos|dimensions?|Dimensionen|labels?|images?|Bildern?|Bilder|people|agents?|analysts?|Personen|personnes|personas|sessions?|visits?|Besuche|visites|visitas|shards?|partitions?",
  ],
];

export const periods: readonly (readonly [unit: string, spelling: string])[] = durations.map(([unit, spelling]) => [
  unit,
  unit === "month" ? `mo|${spelling}` : spelling,
]);

export const perWords = "/|per|pro|par|por|al|a|je|the";

/** Comparisons in front of a number. */
export const comparisons: readonly (readonly [sign: string, spelling: string])[] = [
  [
    "<=",
    "<=|≤|=<|at most|no more than|not more than|max\\.?|maximum(?: of)?|up to|within|höchstens|maximal|bis zu|innerhalb von|innerhalb|au plus|au maximum|jusqu'à|como máximo|hasta|máximo|máx\\.?|no máximo|al massimo|not exceed|nicht über",
  ],
  [
    ">=",
    ">=|≥|=>|at least|no less than|min\\.?|minimum(?: of)?|mindestens|minimal|au moins|au minimum|al menos|como mínimo|mínimo|pelo menos|almeno",
  ],
  [
    "<",
    "<|under|below|less than|lower than|fewer than|unter|unterhalb von|weniger als|moins de|inférieure? à|sous|sous les|menos de|inferior a|por debajo de|menos que|abaixo de|meno di|sotto",
  ],
  [
    ">",
    ">|over|above|more than|exceeds?|greater than|higher than|über|mehr als|oberhalb von|plus de|supérieure? à|au-dessus de|más de|superior a|por encima de|mais de|acima de|più di",
  ],
];

/** Names that stand before a bare number, such as `AUC 0.82`. */
export const bareMetrics =
  "NDCG(?:@\\d+)?|recall(?:@\\d+)?|precision(?:@\\d+)?|hit ?rate(?:@\\d+)?|MAP(?:@\\d+)?|MRR(?:@\\d+)?|(?:ROC[- ]|PR[- ])?AUC(?:-ROC|-PR)?|F1(?:-score)?|log ?loss|accuracy|RMSE|MAE|PSI|KS|ECE|Genauigkeit|précision|rappel|exhaustividad|precisión|power|significance|alpha|Abdeckung|coverage|groundedness";
