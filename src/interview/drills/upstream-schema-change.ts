import { defineDrill } from "../drill.ts";
import { downstreamOf } from "../drilling/downstream.ts";
import { boxesOf, designOf, listed, loadOf, saidOf, unless, worked } from "../drilling/known.ts";

export default defineDrill({
  id: "upstream-schema-change",
  name: "A schema changes upstream",
  asked:
    /schema|upstream|column.{0,20}(renamed?|removed?|changes?)|data contract|field.{0,20}(renamed?|disappears|null)/i,
  run(setting) {
    const { perSecond, where } = loadOf(setting);
    const sources = designOf(setting)?.data?.sources ?? [];
    const checked = sources.filter(({ checks }) => checks?.length);
    const drawn = boxesOf(setting, "source")[0] ?? boxesOf(setting, "stream")[0];
    const behind = drawn ? downstreamOf(setting.board, drawn.id) : [];
    const said = saidOf(setting, "data-quality", "data-monitoring")[0];
    const name = sources[0]?.name ?? drawn?.name;
    const unchecked = sources.filter(({ checks }) => !checks?.length).map((one) => one.name);
    const says = [
      name
        ? `A column of ${name} is renamed without notice, and its values are empty from now on.`
        : `The ${where} shows no source of data, so nobody can say what a change upstream reaches.`,
      ...(behind.length > 0 ? [`It reaches ${listed(behind.map((box) => box.name))}.`] : []),
      ...(behind.some(({ kind }) => kind === "features" || kind === "ranker" || kind === "model")
        ? ["Requests are still answered, with features that are empty."]
        : []),
      ...(checked.length > 0
        ? [
            `It is stopped where it comes in: ${listed(checked.flatMap(({ name: own, checks }) => `${own} has ${checks!.length} checks`))}.`,
          ]
        : []),
      ...(unchecked.length > 0 ? [`${listed(unchecked)} ${unchecked.length === 1 ? "has" : "have"} no checks.`] : []),
      ...(said
        ? [`You said: “${said.quote.text}”.`]
        : unless(
            checked.length > 0,
            `The ${where} shows no check of data where it comes in, so it is seen after the answers are worse.`,
          )),
    ];
    return worked(says, perSecond);
  },
});
