import { defineTopic } from "../topic.ts";

export default defineTopic({
  id: "training-pipeline",
  name: "Training pipeline",
  means:
    "How training runs as a job: its steps, schedule, the amount of data, and the gate a model passes before it is handed on. What triggers retraining of a live model belongs to retraining.",
  stage: "model",
  group: "systems knowledge",
  paths: ["model.train"],
  names: [
    "training|train pipeline|job|jobs|workflow|dag|schedule|infrastructure|script|flow",
    "kubeflow|tfx|metaflow|zenml|flyte",
    "sagemaker|vertex pipeline|pipelines|training|job",
    "pipeline .. trains|train|training .. model",
    "model training pipeline|job|is|runs",
  ],
  mechanisms: [
    "train|trains|trained|training .. daily|nightly|weekly|monthly|hourly|overnight .. on|in|from|job|with|airflow|window",
    "train|trains|trained|training .. every|once .. #duration|day|night|week|hour|month",
    "train|trains|trained|training .. on .. last|past|previous|latest|most recent #duration",
    "train|trains|trained|training .. on .. last|past|previous|latest few|two|three|six days|weeks|months",
    "training takes|runs|finishes|lasts .. #duration|hours|minutes|overnight|on",
    "train* .. #duration|hours on|of .. gpu|gpus|cpu|machine|data|logs",
    "airflow|dagster|prefect|argo|kubeflow|luigi|step functions|cron .. train|trains|training|model",
    "train|trains|training|model .. airflow|dagster|prefect|argo|kubeflow|cron|orchestrat*",
    "orchestrat* .. train*|steps|model",
    "validation|evaluation|quality gate|step|check .. before|deploy*|promot*|register*|registry|push*|publish*|train*",
    "gate .. before .. promot*|publish*|deploy*|push*|register*|release*|goes live",
    "train|training .. evaluate|evaluates|evaluation|validate|validates|validation .. register*|push*|deploy*|promot*|publish*|gate|export*",
    "steps .. extract|join|build|load .. train|training",
    "build|assemble|join|create|generate|materiali* .. training set|data|dataset|table|examples|rows .. then|every|daily|nightly|from|with|by|job",
    "training set|table|examples .. built|joined|assembled|generated from|by|with",
    "new model .. not worse|better|beat|beats|at least .. current|live|production|previous|old|one",
    "refuse|block|reject|stop .. model|promotion|publish .. if|when|unless .. worse|metric|auc|drops|below",
    "idempotent .. train*|steps",
    "warm start .. train*|weights|from",
  ],
  consequences: ["train* .. fail|fails|crash* .. old|last|previous model|one"],
  numbers: ["duration", "count", "bytes"],
  not: [
    "train station|driver|ticket|ride",
    "staff|employee|annotator|team|people|moderator|reviewer training",
    "train|training .. staff|annotators|reviewers|moderators|labelers|labellers|employees",
  ],
  asks: {
    probe: [
      "Walk me from yesterday's logs to a file with weights in it. What are the steps?",
      "It is three in the morning and the new weights are worse than the old. What happens?",
      "What would a new colleague press to make last Tuesday's weights again?",
    ],
    number: ["On how many rows does it learn, over what period, and how long does a run take?"],
    tradeOff: ["More history or more frequent runs: on what would you spend the compute?"],
    guide: ["Somebody did it by hand in a notebook. What would make it run every night without them?"],
  },
  hint: "Think of boxes between raw data and a released file: what each takes, what it gives, and who stops the line.",
  exercise:
    "Draw the nightly run as six boxes. Under each write what it reads, what it writes, how long it takes, and what happens if it fails. Mark the box that can say no. Ten minutes.",
  says: {
    positive: [
      "The training pipeline is an Airflow DAG: build the training set, train, evaluate on yesterday, and register the model only if the gate passes.",
      "train nightly on last 30d, 200M rows, ~2h on 4 gpus",
      "Every night a job joins labels with logged rows, fits the model and refuses to publish it if AUC drops below the current one.",
      "Training runs weekly in Kubeflow and takes about three hours of GPU.",
      "So we orchestrate the steps, extract, join, train, evaluate and, uh, push, and if training fails the old model simply stays.",
    ],
    negative: [
      "We don't need an automated training pipeline, it is trained once by hand.",
      "The training pipeline comes later.",
    ],
    nearMiss: [
      "The train station is the busiest place for our app.",
      "The training of new moderators takes two weeks.",
      "The ingestion pipeline writes click logs to S3.",
      "We trained the staff on the new review tool.",
    ],
  },
});
