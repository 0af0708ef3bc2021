import { facts } from "../facts.ts";
import { averageRate, peakPerAverage, peakRate } from "../figures/load.ts";
import { errorPrices, stakes } from "../figures/stakes.ts";
import { money, rate } from "../units.ts";
import { field, value } from "./field.ts";

/** A person who uses a product daily asks a handful of things; ten a day is 10 / 86,400 of a request each second. */
const requestsPerUserDay = 10;
const day = 86_400;

export default [
  field("requirements.scale.requests.peak", (design) => {
    const { average, peak } = design.requirements?.scale?.requests ?? {};
    const load = average && !peak ? peakRate(design) : undefined;
    return (
      load &&
      value(
        rate(load.value),
        `${peakPerAverage} × the average: a day that swings like a sine peaks at twice its mean, and its busiest minute half again above that`,
        "Latency, replicas and cost are judged at this load.",
        load.facts,
      )
    );
  }),
  field("requirements.scale.requests.average", (design) => {
    const { users, requests } = design.requirements?.scale ?? {};
    if (requests?.average) return undefined;
    if (requests?.peak) {
      const load = averageRate(design)!;
      return value(rate(load.value), load.how, "Storage and experiment length follow from it.", load.facts);
    }
    return (
      users &&
      value(
        rate((users.count * requestsPerUserDay) / day),
        `${requestsPerUserDay} requests a day from each of ${users.text} users, if all of them come daily: an upper bound to correct`,
        "Storage and experiment length follow from it.",
        facts(design, "requirements.scale.users"),
      )
    );
  }),
  field("requirements.scale.predictions", (design) => {
    const take = design.model?.retrieve?.reduce((sum, one) => sum + (one.take ?? 0), 0);
    const load = averageRate(design);
    return load && take
      ? value(
          rate(load.value * take),
          `each request scores ${take} candidates`,
          "This, not the number of requests, is what ranking hardware is sized for.",
          load.facts,
          facts(design, "model.retrieve"),
        )
      : undefined;
  }),
  field("requirements.scale.events", (design) => {
    const found = (design.data?.sources ?? []).flatMap(({ volume }, i) =>
      volume ? [{ perSecond: volume.perSecond, facts: facts(design, `data.sources[${i}].volume`) }] : [],
    );
    return found.length > 0
      ? value(
          rate(found.reduce((sum, one) => sum + one.perSecond, 0)),
          "the sum of the volumes of all sources",
          "The log and the pipelines must keep up with it.",
          ...found.map((one) => one.facts),
        )
      : undefined;
  }),
  field("requirements.scale.growth", (design) => {
    const load = peakRate(design);
    return (
      load &&
      value(
        "10x in 2y",
        "no growth is stated; ten times the load is where designs of another kind begin, so the question is worth asking",
        "Sizing shows what breaks first on the way there.",
        load.facts,
      )
    );
  }),
  field("requirements.constraints.availability", (design) => {
    const risk = stakes(design);
    const share = risk && { cheap: "99.5%", costly: "99.9%", grave: "99.99%" }[risk.harm];
    return (
      risk &&
      value(
        share!,
        `an error is ${risk.harm} (${risk.how}); a month has 43,830 minutes, so it may be away for ${{ cheap: "219", costly: "44", grave: "4" }[risk.harm]} of them`,
        "Replicas, zones and on-call follow from it; a fallback counts as an answer.",
        risk.facts,
      )
    );
  }),
  field("requirements.constraints.team.onCall", (design) => {
    const risk = stakes(design);
    const engineers = design.requirements?.constraints?.team?.engineers;
    if (!risk || engineers === undefined) return undefined;
    const wakes = risk.harm !== "cheap" && engineers >= 2;
    return value(
      wakes,
      wakes
        ? `an error is ${risk.harm} and there are enough people to take turns`
        : "the fallback can wait for the morning",
      wakes ? "Alarms that page need a runbook." : "Every alarm is a ticket, and the fallback must hold all night.",
      risk.facts,
      facts(design, "requirements.constraints.team.engineers"),
    );
  }),
  field("requirements.constraints.interpretability", (design) => {
    const risk = stakes(design);
    const words =
      risk &&
      {
        cheap: "low",
        costly: "reasons for each decision, for reviewers and the person affected",
        grave: "high, each decision can be reconstructed",
      }[risk.harm];
    return (
      risk && value(words!, `an error is ${risk.harm}: ${risk.how}`, "It bounds the level of the model.", risk.facts)
    );
  }),
  field("requirements.costOfErrors.appeal", (design) => {
    const risk = stakes(design);
    if (!risk || risk.harm === "cheap" || typeof design.requirements?.costOfErrors === "string") return undefined;
    return value(
      "the person affected can ask for a review by somebody else, answered within two working days",
      `an error is ${risk.harm}: ${risk.how}`,
      "Appeals are also the cheapest labels of false alarms.",
      risk.facts,
    );
  }),
  field("requirements.worth", (design) => {
    const prices = errorPrices(design);
    const load = averageRate(design);
    const label = design.data?.labels?.findIndex(({ balance }) => balance) ?? -1;
    const balance = label < 0 ? undefined : design.data!.labels![label]!.balance!.share;
    if (!prices || !load || !balance) return undefined;
    const perMonth = prices.miss * balance * load.value * (365.25 / 12) * day;
    return value(
      `at most ${money(perMonth)} a month: what all misses together cost if nothing were caught`,
      "cost of a miss × share of positives × requests of a month",
      "A system that costs more than that is not worth having.",
      facts(design, "requirements.costOfErrors.falseNegative", `data.labels[${label}].balance`),
      load.facts,
    );
  }),
] as const;
