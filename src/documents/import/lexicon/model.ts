import type { Entry } from "./entry.ts";

export const model: readonly Entry[] = [
  {
    path: "model",
    as: "stage",
    names:
      "model | model design | modeling | modelling | modeling & deep dive | model selection | the model | ml model | prediction and ranking | modell | modellierung | modellwahl | das modell | modele | modelisation | choix du modele | modelo | modelado | diseno del modelo | modelagem | modello",
  },
  {
    path: "model.task",
    as: "words",
    names:
      "ml task | task | prediction target | ml problem | lernaufgabe | aufgabe | vorhersageziel | tache | tache de ml | tarea | tarea de ml | tarefa",
  },
  {
    path: "model.formulation",
    as: "choice",
    names: "formulation | ml task type | task type | aufgabentyp | type de tache | tipo de tarea",
  },
  {
    path: "model.formulation",
    as: "choice",
    names: "objective | ziel | objectif | objetivo",
    inStage: true,
  },
  {
    path: "model.baseline",
    as: "choice",
    names:
      "baseline | baselines | simple baseline | baseline model | basismodell | vergleichsmodell | modele de reference | reference simple | linea base | modelo base | linha de base",
  },
  {
    path: "model.rank",
    as: "choice",
    names:
      "model type | ranker | ranking model | ranking | architecture of the model | modelltyp | rangmodell | type de modele | modele de classement | tipo de modelo | modelo de ranking | classifier",
  },
  {
    path: "model.coldStart",
    as: "words",
    names: "cold start | cold-start | kaltstart | demarrage a froid | arranque en frio | inicio en frio",
  },
  {
    path: "model.calibration",
    as: "words",
    names: "calibration | kalibrierung | calibrage | calibracion | calibracao",
  },
  {
    path: "model.explanation.how",
    as: "words",
    names: "explanations | explanation | erklarungen | explications | explicaciones",
  },
  {
    path: "model.climbWhen",
    as: "words",
    names:
      "when to use a more complex model | climb when | wann ein komplexeres modell | quand passer a un modele plus complexe",
  },
  {
    path: "model.explore",
    as: "stage",
    names: "exploration | explore | exploration policy | bandits | erkundung | exploracion | exploracao",
  },
  {
    path: "model.iterations",
    as: "list",
    names:
      "iterations | next iterations | iteration strategy | iterationen | naechste schritte am modell | iteraciones",
  },
  {
    path: "model.train.imbalance",
    as: "words",
    names: "class imbalance | imbalance | klassenungleichgewicht | desequilibre des classes | desequilibrio de clases",
  },
  {
    path: "model.train",
    as: "stage",
    names:
      "training | training pipeline | training considerations | trainings-pipeline | entrainement | entrenamiento | treinamento | addestramento",
  },
];
