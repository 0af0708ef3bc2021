import { durationText } from "../../kit/quantity.ts";
import { defineDrill } from "../drill.ts";
import { boxesOf, countText, designOf, greatestSaid, loadOf, numberSaid, unless, worked } from "../drilling/known.ts";

const lateSeconds = 30 * 86_400;

export default defineDrill({
  id: "labels-30-days-late",
  name: "Labels 30 days late",
  asked: /labels?.{0,40}(late|delay|missing|stop|after)|(late|delayed) (labels?|feedback)|chargebacks?.{0,20}late/i,
  run(setting) {
    const { perSecond, where } = loadOf(setting);
    const design = designOf(setting);
    const label = design?.data?.labels?.[0];
    const window = label?.window?.seconds ?? greatestSaid(setting, "duration", "label-delay", "labels");
    const training = boxesOf(setting, "training")
      .flatMap(({ numbers }) => numbers)
      .find(({ kind, value }) => kind === "duration" && value > 0)?.value;
    const every =
      design?.model?.train?.every?.seconds ??
      training ??
      numberSaid(setting, "duration", "retraining", "training-pipeline")?.value;
    const watched = design?.monitoring?.decay?.before ?? boxesOf(setting, "monitor")[0];
    const says = [
      "Labels now arrive 30 days after the decision.",
      ...(window === undefined
        ? [`The ${where} shows no window for labels, so rows of the last 30 days may go into training as negatives.`]
        : window < lateSeconds
          ? [
              `A window of ${durationText(window)} closes before they come: every positive of the last 30 days is trained on as a negative.`,
            ]
          : [
              `A window of ${durationText(window)} waits for them, so that training has nothing newer than ${durationText(window)}.`,
            ]),
      ...(every === undefined
        ? [`The ${where} shows no schedule for training.`]
        : [
            `With a training every ${durationText(every)}, ${countText(Math.floor(lateSeconds / every))} models are trained before the first of these labels is seen.`,
          ]),
      ...(perSecond === undefined
        ? []
        : [
            `At ${Number(perSecond.toPrecision(4))} requests/s at peak, at most ${countText(perSecond * lateSeconds)} decisions wait for their outcome.`,
          ]),
      ...unless(watched, "Nothing shows what is watched until labels are there."),
    ];
    return worked(says, perSecond);
  },
});
