import { durationText } from "../../kit/quantity.ts";
import { defineDrill } from "../drill.ts";
import { countText, designOf, loadOf, numberDrawn, numberSaid, saidOf, unless, worked } from "../drilling/known.ts";

const watchedSeconds = 1800;

export default defineDrill({
  id: "bad-release",
  name: "A bad release",
  asked:
    /bad (release|deploy|model|version)|(release|deploy|rollout|new (model|version)).{0,40}(bad|worse|wrong|broken|bug)|bad-release/i,
  run(setting) {
    const { perSecond, where } = loadOf(setting);
    const rollout = designOf(setting)?.serving?.rollout;
    const canary =
      rollout?.canary?.[0]?.share ??
      numberDrawn(setting, "share", /^canary/i)?.value ??
      numberSaid(setting, "share", "rollout")?.value;
    const drawnStep = setting.board.boxes
      .find(({ numbers }) => numbers.some(({ text }) => /^canary/i.test(text)))
      ?.numbers.find(({ kind, value }) => kind === "duration" && value > 0)?.value;
    const known =
      rollout?.rollBackWithin?.seconds ??
      rollout?.stepEvery?.seconds ??
      drawnStep ??
      numberSaid(setting, "duration", "rollback", "rollout")?.value;
    const seconds = known ?? watchedSeconds;
    const takesBack = rollout?.rollBack ?? saidOf(setting, "rollback")[0];
    const share = canary ?? 1;
    const seen = perSecond === undefined ? undefined : share * perSecond * seconds;
    const says = [
      "A new model is let out, and its answers are wrong.",
      canary === undefined
        ? `The ${where} shows no canary, so everybody gets it at once.`
        : `The canary gets ${Number((share * 100).toPrecision(3))}% of requests.`,
      ...(seen === undefined
        ? ["No load is known, so the requests that saw it cannot be counted."]
        : [
            `Within ${durationText(seconds)}, at ${Number(perSecond!.toPrecision(4))} requests/s, ${countText(seen)} requests saw it.`,
          ]),
      ...unless(takesBack, "Nothing shows how it is taken back, who decides that, and by what number."),
    ];
    const assumed =
      known === undefined ? [`how long it is out was not said: taken as ${durationText(watchedSeconds)}`] : [];
    return { ...worked(says, perSecond), assumed };
  },
});
