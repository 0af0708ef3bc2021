import type { Entry } from "./entry.ts";

export const monitoring: readonly Entry[] = [
  {
    path: "monitoring",
    as: "stage",
    names:
      "monitoring | monitoring and feedback | monitoring and operations | monitoring & operations | evaluation & monitoring | observability | feedback, monitoring, and deployment | uberwachung | monitoring und betrieb | beobachtung | surveillance | supervision | monitorizacion | monitoreo | monitorizacao | seguimiento | monitoraggio",
  },
  {
    path: "monitoring.drift",
    as: "stage",
    names:
      "drift | data drift | drift detection | drift-erkennung | drifterkennung | derive | detection de derive | deriva | deteccion de deriva",
  },
  {
    path: "monitoring.skew",
    as: "words",
    names:
      "skew | training-serving skew | skew prevention | abweichung training und betrieb | biais entrainement-service",
  },
  { path: "monitoring.slices", as: "list", names: "monitored slices | monitored segments" },
  {
    path: "monitoring.experiment",
    as: "stage",
    names:
      "experiment | a/b test | ab test | a/b testing | a/b testing strategy | experimentation | a/b-test | experimento | prueba a/b | test a/b",
  },
  {
    path: "monitoring.experiment.unit",
    as: "words",
    names:
      "unit | unit of randomization | unit of randomisation | randomization unit | randomisation unit | randomisierungseinheit | einheit | unite de randomisation | unidad de aleatorizacion",
    inStage: true,
  },
  {
    path: "monitoring.retrain",
    as: "stage",
    names:
      "retraining | retrain | retraining triggers | retraining cycle | nachtraining | neutraining | reentrainement | reentrenamiento | retreino",
  },
  {
    path: "monitoring.feedback.log",
    as: "words",
    names:
      "decision log | user feedback logging | feedback logging | logging | protokollierung | entscheidungsprotokoll | journalisation | journal des decisions | registro de decisiones",
  },
  {
    path: "monitoring.labels",
    as: "words",
    names: "labels after launch | labels nach dem start | labels apres le lancement",
  },
  { path: "monitoring.audit", as: "words", names: "audit | audit trail | prufpfad | piste d'audit | auditoria" },
  {
    path: "monitoring.owner",
    as: "words",
    names: "on-call | on call | monitoring owner | bereitschaft | astreinte | guardia",
  },
  { path: "monitoring.owner", as: "words", names: "owner | verantwortlich | responsable | responsavel", inStage: true },
];
