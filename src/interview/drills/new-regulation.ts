import { defineDrill } from "../drill.ts";
import { boxesOf, designOf, listed, loadOf, saidOf, unless, worked } from "../drilling/known.ts";

export default defineDrill({
  id: "new-regulation",
  name: "A new regulation",
  asked:
    /regulat|gdpr|ccpa|privacy law|eu ai act|\b(erase|delete|forget).{0,30}(user|person|customer|data)|compliance|new-regulation/i,
  run(setting) {
    const { perSecond, where } = loadOf(setting);
    const design = designOf(setting);
    const erasure = design?.data?.erasure;
    const personal = (design?.data?.sources ?? []).filter((source) => source.personal?.length).map(({ name }) => name);
    const holders = boxesOf(setting, "source", "stream", "store", "features", "cache", "training", "registry").map(
      ({ name }) => name,
    );
    const places = design
      ? [
          ...personal,
          ...(design.features?.length ? ["features"] : []),
          ...(design.model ? ["training sets and models"] : []),
        ]
      : holders;
    const privacy = saidOf(setting, "privacy-and-compliance")[0];
    const explains = design?.requirements?.constraints?.interpretability ?? saidOf(setting, "interpretability")[0];
    const says = [
      "A new rule: a person may ask to be erased, and may ask why a decision was made.",
      ...(places.length > 0
        ? [
            `A person has to be found in ${places.length} ${places.length === 1 ? "place" : "places"}: ${listed(places)}.`,
          ]
        : [`The ${where} shows no place where data about people is kept.`]),
      ...(erasure
        ? [
            `Erasure${erasure.within ? ` is done within ${erasure.within.text}` : ""} and reaches ${listed(erasure.reaches ?? []) || "places that are not named"}.`,
          ]
        : privacy
          ? [`You said: “${privacy.quote.text}”; the ${where} shows no erasure.`]
          : [`The ${where} shows no erasure, and nothing that was said speaks of it.`]),
      ...unless(explains, "Nothing shows how a single decision would be explained."),
    ];
    return worked(says, perSecond);
  },
});
