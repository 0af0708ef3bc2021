import { Problem, type Place } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { DesignValue } from "./schema/design.ts";
import type { Path } from "./unsettled.ts";

type PlaceOf = (path: Path) => Place;
interface Named {
  readonly name: string;
  readonly path: Path;
}

/** Names that must be unique, and names that must exist. */
export function checkReferences(design: DesignValue, placeOf: PlaceOf): Problem[] {
  const sources = (design.data?.sources ?? []).map((source, i): Named => ({
    name: source.name,
    path: ["data", "sources", i, "name"],
  }));
  const features = (design.features ?? []).map((feature, i): Named => ({
    name: feature.name,
    path: ["features", i, "name"],
  }));
  const steps = (design.serving?.path ?? []).map((step, i): Named => ({
    name: step.step,
    path: ["serving", "path", i, "step"],
  }));
  const labels = (design.data?.labels ?? []).map((label, i): Named => ({
    name: label.name,
    path: ["data", "labels", i, "name"],
  }));
  return [
    ...[sources, features, steps, labels].flatMap((list) => duplicates(list, placeOf)),
    ...unknownSources(design, sources, placeOf),
    ...unknownEntities(design, placeOf),
    ...unknownRetrievers(design, placeOf),
  ];
}

function duplicates(list: readonly Named[], placeOf: PlaceOf): Problem[] {
  const first = new Map<string, Named>();
  return list.flatMap((one) => {
    const earlier = first.get(one.name);
    if (!earlier) first.set(one.name, one);
    if (!earlier) return [];
    return [
      new Problem({
        code: "design/duplicate-name",
        found: `\`${one.name}\` is already the name of another one, in line ${placeOf(earlier.path).line ?? "?"}.`,
        fix: "give each its own name",
        at: placeOf(one.path),
      }),
    ];
  });
}

function unknownSources(design: DesignValue, sources: readonly Named[], placeOf: PlaceOf): Problem[] {
  const known = sources.map((source) => source.name);
  const used = [
    ...(design.features ?? []).map((feature, i) => ({ name: feature.from, path: ["features", i, "from"] as Path })),
    ...(design.data?.labels ?? []).map((label, i) => ({
      name: label.from,
      path: ["data", "labels", i, "from"] as Path,
    })),
  ];
  return used.flatMap(({ name, path }) => (name === undefined ? [] : mustExist("source", name, known, placeOf(path))));
}

function unknownEntities(design: DesignValue, placeOf: PlaceOf): Problem[] {
  const known = [...new Set((design.data?.sources ?? []).flatMap((source) => Object.keys(source.entities ?? {})))];
  if (known.length === 0) return [];
  return (design.features ?? []).flatMap((feature, i) =>
    feature.entity.flatMap((entity) => mustExist("entity", entity, known, placeOf(["features", i, "entity"]))),
  );
}

function unknownRetrievers(design: DesignValue, placeOf: PlaceOf): Problem[] {
  const known: string[] = (design.model?.retrieve ?? []).map((retriever) => retriever.kind);
  return (design.features ?? []).flatMap((feature, i) =>
    feature.is?.kind === "score"
      ? mustExist("retriever", feature.is.retriever, known, placeOf(["features", i, "is"]))
      : [],
  );
}

function mustExist(what: string, name: string, known: readonly string[], at: Place): Problem[] {
  if (known.includes(name)) return [];
  const meant = nearest(name, known);
  const list = known.length === 0 ? `none is declared yet` : `known are ${known.map((one) => `\`${one}\``).join(", ")}`;
  return [
    new Problem({
      code: "design/unknown-reference",
      found: `There is no ${what} \`${name}\` (${list}).`,
      fix: meant ? `write \`${meant}\`, if that is what was meant` : `declare the ${what}, or correct the name`,
      at,
    }),
  ];
}
