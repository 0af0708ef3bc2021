import type { Entry } from "./entry.ts";

export const metrics: readonly Entry[] = [
  {
    path: "metrics",
    as: "stage",
    names:
      "metrics | success metrics | evaluation | evaluation metrics | kpis | kpi | success criteria and metrics | metriken | kennzahlen | erfolgsmetriken | erfolgskriterien | bewertung | metriques | indicateurs | metriques de succes | metricas | metricas de exito | indicadores | evaluacion | avaliacao | metriche | targets | slos | slo | sla | ziele und kennzahlen | objectifs chiffres",
  },
  {
    path: "metrics.offline",
    as: "offline",
    names:
      "offline metrics | offline | offline evaluation | model metrics | ml metrics | ranking metrics | offline-metriken | metriques hors ligne | metriques offline | hors ligne | metricas offline | metricas fuera de linea | metriche offline",
  },
  {
    path: "metrics.online",
    as: "online",
    names:
      "online metrics | online | online evaluation | business metrics | primary kpi | primary metric | north star | online-metriken | geschaftskennzahlen | metriques en ligne | metriques online | en ligne | metricas online | metricas en linea | metricas de negocio | kpi principal | metriche online",
  },
  {
    path: "metrics.guardrails",
    as: "guardrails",
    names:
      "guardrails | guardrail metrics | guardrail | latency requirements | latency | latency slas | leitplanken | schutzmetriken | grenzwerte | latenz | garde-fous | garde-fou | metriques de garde-fou | latence | metricas de guarda | limites | salvaguardas | latencia | metricas de protecao | latenza | service level objectives",
  },
  {
    path: "metrics.link",
    as: "words",
    names:
      "offline-online link | link between offline and online | how do they relate | zusammenhang offline und online | lien entre hors ligne et en ligne | relacion entre offline y online",
  },
  {
    path: "metrics.fairness",
    as: "words",
    names: "fairness | fairness and bias | equity | gerechtigkeit | equite | equidad | justicia | equidade",
  },
  { path: "metrics.slices", as: "list", names: "slices | segments to report | segmente | segments | segmentos" },
];
