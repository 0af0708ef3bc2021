import type { Entry } from "./entry.ts";

export const serving: readonly Entry[] = [
  {
    path: "serving",
    as: "stage",
    names:
      "serving | model serving | inference | deployment | deployment strategy | serving and deployment | inference api | bereitstellung | auslieferung | betrieb | inferenz | mise en production | deploiement | service | inference en ligne | despliegue | inferencia | servicio | puesta en produccion | implantacao | distribuzione",
  },
  {
    path: "serving.mode",
    as: "choice",
    names:
      "serving mode | inference mode | mode | prediction mode | betriebsart | mode d'inference | mode de service | modo de inferencia | modo de servicio",
  },
  {
    path: "serving.path",
    as: "steps",
    names:
      "request path | latency budget | path | anfragepfad | latenzbudget | budget de latence | chemin de requete | presupuesto de latencia | ruta de la peticion",
  },
  {
    path: "serving.deadline",
    as: "number",
    names: "timeout | deadline per request | zeitlimit | delai maximal | tiempo limite",
  },
  {
    path: "serving.fallback",
    as: "choice",
    names:
      "fallback | fallbacks | fallback strategy | fallback/heuristics | fallback strategies | ruckfall | ruckfallebene | ruckfallstrategie | repli | solution de repli | mode degrade | respaldo | plan b | alternativa en caso de fallo | contingencia",
  },
  {
    path: "serving.rollout",
    as: "stage",
    names:
      "rollout | roll-out | release | canary | einfuhrung | ausrollen | deploiement progressif | despliegue gradual | lancamento",
  },
  {
    path: "serving.rollout.rollBack",
    as: "choice",
    names: "rollback | roll back | ruckrollung | zurucksetzen | retour arriere | reversion | vuelta atras",
  },
  {
    path: "serving.cache",
    as: "stage",
    names: "cache | caching | caching and precomputation | zwischenspeicher | mise en cache | cache de respuestas",
  },
  { path: "serving.abuse", as: "words", names: "abuse | abuse prevention | missbrauch | abus | abuso" },
  {
    path: "serving.guard",
    as: "words",
    names: "output checks | output guard | ausgabeprufung | controle des sorties | control de salidas",
  },
  {
    path: "serving.review",
    as: "stage",
    names: "human review | manual review | review queue | manuelle prufung | revue humaine | revision humana",
  },
];
