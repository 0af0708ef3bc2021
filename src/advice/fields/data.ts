import { facts } from "../facts.ts";
import { labelRate } from "../figures/labels.ts";
import { pace } from "../figures/stakes.ts";
import { retentionNeeded } from "../subjects/storage.ts";
import { windowFor } from "../subjects/labels.ts";
import { bytes, daySeconds, duration } from "../units.ts";
import { field, value } from "./field.ts";

/** Two weeks hold every weekday twice. */
const fortnight = 14 * daySeconds;
/** Bytes of a column in a row of a log: a number, or a short text. */
const bytesPerColumn = 16;
const usualColumns = 12;

export default [
  field("data.split.by", (design) => {
    const sources = design.data?.sources ?? [];
    const timed = sources.findIndex(({ time, kind }) => time ?? (kind === "events" || kind === "stream"));
    return timed < 0
      ? undefined
      : value(
          "time",
          "it will be used on days that come after training, and so it is tested on them",
          "What is learned from the future cannot leak into the test.",
          facts(design, `data.sources[${timed}].${sources[timed]!.time ? "time" : "kind"}`),
        );
  }),
  field("data.split.test", (design) => {
    const on = design.model?.train?.on ?? design.data?.retention;
    if (!on) return undefined;
    const found = facts(design, design.model?.train?.on ? "model.train.on" : "data.retention");
    return on.seconds / 10 >= fortnight
      ? value("last 10%", `a tenth of ${on.text} is at least two weeks`, "Nine tenths are left to learn from.", found)
      : value(
          `last ${duration(Math.min(fortnight, on.seconds / 2))}`,
          "two weeks hold every weekday twice",
          "Less history is left to learn from.",
          found,
        );
  }),
  field("data.split.validation", (design) => {
    const test = design.data?.split?.test;
    return (
      test &&
      value(
        test.text,
        "as long as the test, so that settings are chosen on data of the same kind",
        "The test is looked at once.",
        facts(design, "data.split.test"),
      )
    );
  }),
  field("data.split.gap", (design) => {
    const i = (design.data?.labels ?? []).findIndex(({ window }) => window);
    if (i < 0) return undefined;
    const { window } = design.data!.labels![i]!;
    return value(
      duration(window!.seconds),
      "as long as the label window: an outcome of training must not fall into the test",
      "The test is that much younger than the training rows.",
      facts(design, `data.labels[${i}].window`),
    );
  }),
  field("data.labels[*].window", (design, i) => {
    const delay = design.data?.labels?.[i]?.delay;
    return (
      delay &&
      value(
        duration(windowFor(delay.seconds)),
        `nine of ten outcomes are known after ${delay.text}`,
        "The newest rows have no label for that long.",
        facts(design, `data.labels[${i}].delay`),
      )
    );
  }),
  field("data.labels[*].delay", (design, i) => {
    const window = design.data?.labels?.[i]?.window;
    return (
      window &&
      value(
        duration(window.seconds),
        "until it is measured, no outcome is taken to be complete before its window ends",
        "Measure it: the window may be longer than needed.",
        facts(design, `data.labels[${i}].window`),
      )
    );
  }),
  field("data.labels[*].perDay", (design, i) => {
    const from = design.data?.labels?.[i]?.from;
    const at = (design.data?.sources ?? []).findIndex(({ name }) => name === from);
    const volume = design.data?.sources?.[at]?.volume;
    return (
      volume &&
      value(
        `${Number((volume.perSecond * daySeconds).toPrecision(3))}/d`,
        "one label for each event of its source",
        "It bounds how often retraining has anything new to learn.",
        facts(design, `data.sources[${at}].volume`),
      )
    );
  }),
  field("data.labels[*].bias", (design, i) => {
    const label = design.data?.labels?.[i];
    const shown = ["recommendation", "feed", "search", "ads"].includes(design.system ?? "");
    return label && shown
      ? value(
          ["position", "exposure", "popularity"],
          "people react to what they are shown, at the place where it stands",
          "Log positions and chances, so that each can be corrected.",
          facts(design, "system", `data.labels[${i}].name`),
        )
      : undefined;
  }),
  field("data.labels[*].negatives", (design, i) => {
    if (!design.data?.labels?.[i]) return undefined;
    const lists = ["recommendation", "feed", "search", "ads"].includes(design.system ?? "");
    return value(
      lists
        ? "shown and not taken, above the last place that was looked at"
        : "every case whose window ended without a positive outcome",
      lists ? "what was never seen was not refused" : "a case is negative once its outcome can no longer come",
      "Negatives of another kind would teach another question.",
      facts(design, `data.labels[${i}].name`, "system"),
    );
  }),
  field("data.sources[*].freshness", (design, i) => {
    const source = design.data?.sources?.[i];
    if (!source) return undefined;
    const wanted = (design.features ?? []).flatMap(({ from, freshness }, j) =>
      from === source.name && freshness
        ? [{ seconds: freshness.seconds, facts: facts(design, `features[${j}].freshness`) }]
        : [],
    );
    const tightest = wanted.sort((a, b) => a.seconds - b.seconds)[0];
    if (tightest)
      return value(
        duration(tightest.seconds),
        "the freshest feature that is made of it",
        "The pipeline must be that quick, all of it.",
        tightest.facts,
      );
    const table = source.kind === "table" || source.kind === "documents";
    return value(
      table ? "24h" : "1h",
      table ? "what is, rather than happens, changes by the day" : "no feature asks for less yet",
      "A fresher feature will ask for more.",
      facts(design, `data.sources[${i}].name`, `data.sources[${i}].kind`),
    );
  }),
  field("data.sources[*].retention", (design, i) => {
    const source = design.data?.sources?.[i];
    if (!source) return undefined;
    const { seconds, why } = retentionNeeded(design, source.name);
    return value(
      duration(seconds),
      why,
      "Older rows are deleted, from copies too.",
      facts(design, `data.sources[${i}].name`, "model.train.on"),
    );
  }),
  field("data.sources[*].rowBytes", (design, i) => {
    const source = design.data?.sources?.[i];
    if (!source || source.kind === "images" || source.kind === "documents" || source.kind === "stream")
      return undefined;
    const named = new Set([
      ...(source.id ?? []),
      ...Object.values(source.entities ?? {}),
      ...(source.time ? [source.time] : []),
    ]);
    const columns = Math.max(usualColumns, named.size);
    return value(
      bytes(columns * bytesPerColumn),
      `${columns} columns at ${bytesPerColumn} bytes`,
      "Replace it by the size of a real file divided by its rows.",
      facts(design, `data.sources[${i}].name`),
    );
  }),
  field("data.sources[*].checks", (design, i) => {
    const source = design.data?.sources?.[i];
    const keys = [...new Set([...(source?.id ?? []), ...Object.values(source?.entities ?? {})])];
    if (!source || keys.length === 0) return undefined;
    const daily = source.kind === "events" ? ["rows per day within 50% of the week's median"] : [];
    return value(
      [...keys.map((key) => `${key} not null`), ...daily],
      "without its keys a row belongs to nobody, and a silent day looks like a quiet one",
      "Rows that fail are kept apart and counted.",
      facts(design, `data.sources[${i}].entities`, `data.sources[${i}].id`),
    );
  }),
  field("data.sources[*].known", (design, i) => {
    const time = design.data?.sources?.[i]?.time;
    return time === undefined || !/^[A-Za-z_]\w*$/.test(time)
      ? undefined
      : value(
          time,
          "until arrival is logged, an event is taken to be known when it happened: too good to be true for anything that arrives late",
          "Training sees late events as if they had been on time.",
          facts(design, `data.sources[${i}].time`),
        );
  }),
  field("data.pipelines[*].lateness", (design, i) => {
    const streaming = design.data?.pipelines?.[i]?.kind === "streaming";
    return streaming
      ? value(
          "1h",
          "an hour covers a phone that was out of reach; later events wait for the nightly run",
          "Windows stay open that long.",
          facts(design, `data.pipelines[${i}].kind`),
        )
      : undefined;
  }),
  field("data.pipelines[*].badRows", (design, i) =>
    design.data?.pipelines?.[i]
      ? value(
          "quarantine, with the check that failed",
          "a dropped row cannot be mended, and a default hides that it was bad",
          "Somebody has to look at the quarantine.",
          facts(design, `data.pipelines[${i}].step`),
        )
      : undefined,
  ),
  field("data.retention", (design) => {
    const on = design.model?.train?.on;
    return (
      on &&
      value(
        duration(2 * on.seconds),
        `twice the ${on.text} that training looks at, so that a model of then can be rebuilt`,
        "It is also how long a person's data is found.",
        facts(design, "model.train.on"),
      )
    );
  }),
  field("data.erasure.within", (design) => {
    const laws = facts(design, "requirements.constraints.privacy");
    return laws.length > 0
      ? value(
          "30d",
          "the GDPR gives one month (article 12(3))",
          "Logs, features, training sets and models must all be reached by then.",
          laws,
        )
      : undefined;
  }),
  field("data.erasure.reaches", (design) => {
    const i = (design.data?.sources ?? []).findIndex(({ personal }) => personal && personal.length > 0);
    return i < 0
      ? undefined
      : value(
          ["log", "features", "training sets", "model"],
          "a person is in each of them once a personal column is read",
          "A test deletes a person and looks in each.",
          facts(design, `data.sources[${i}].personal`),
        );
  }),
  field("data.versions", (design) =>
    design.data?.sources?.length
      ? value(
          "a snapshot per training, named by the hash of its content",
          "a model can be explained only with the rows it saw",
          "Room for as many snapshots as models are kept.",
          facts(design, "data.sources[0].name"),
        )
      : undefined,
  ),
  field("data.annotators", (design) => {
    const i = (design.data?.labels ?? []).findIndex(({ cost }) => cost);
    const arriving = labelRate(design);
    if (i < 0 || !arriving || arriving.how !== "stated") return undefined;
    const people = Math.ceil((arriving.value * daySeconds) / 840);
    return value(
      Math.min(people, 1_000_000),
      "840 labels a day each: seven hours at half a minute",
      "Two of them should see a shared part, so that disagreement shows.",
      arriving.facts,
      facts(design, `data.labels[${i}].cost`),
    );
  }),
  field("data.biases", (design) => {
    const changes = pace(design);
    return (
      changes &&
      value(
        [{ kind: "selection", handled: "a small random share of decisions is made without the model" }],
        "the data holds outcomes of the decisions that were taken, and the world moves on",
        "The random share costs a little every day.",
        changes.facts,
      )
    );
  }),
] as const;
