import { defineDrill } from "../drill.ts";
import { boxesOf, designOf, listed, loadOf, saidOf, unless, worked } from "../drilling/known.ts";

export default defineDrill({
  id: "input-drift",
  name: "Inputs drift",
  asked: /drift|distribution.{0,20}(change|shift)|(inputs?|users?|behaviou?r|world).{0,20}(change|shift)s?\b/i,
  run(setting) {
    const { perSecond, where } = loadOf(setting);
    const monitoring = designOf(setting)?.monitoring;
    const written = (monitoring?.drift ?? []).map(({ of, test, alarm }) => `${test} of ${of} ${alarm.text}`);
    const monitors = boxesOf(setting, "monitor");
    const drawn = monitors.flatMap(({ name, numbers }) => numbers.map(({ text }) => `${name} ${text}`));
    const said = saidOf(setting, "drift").filter(({ quantities }) => quantities.length > 0);
    const alarms = [...written, ...drawn, ...said.map(({ quote }) => `“${quote.text}”`)];
    const ids = new Set(monitors.map(({ id }) => id));
    const leads = setting.board.arrows.some(({ from, kind }) => ids.has(from) && kind === "feedback");
    const retrains = leads || (monitoring?.retrain?.length ?? 0) > 0 || saidOf(setting, "retraining").length > 0;
    const says = [
      "What comes in is no longer what the model was trained on; every request is answered, and answers are worse.",
      ...(alarms.length > 0
        ? [`It is seen by: ${listed(alarms)}.`]
        : monitors.length > 0
          ? [
              `${listed(monitors.map(({ name }) => name))} is drawn without a number, so nobody can say when an alarm fires.`,
            ]
          : [`The ${where} shows no drift monitor, so it is seen when the metric that people care about falls.`]),
      ...unless(
        retrains,
        `The ${where} shows no arrow from what sees it back to training, so that nothing follows from an alarm.`,
      ),
    ];
    return worked(says, perSecond);
  },
});
