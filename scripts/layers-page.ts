import { layerOfKind, layerOfMethod } from "../src/advice/layers.ts";
import { layerWords } from "../src/advice/layer-words.ts";
import { layerNames, layers, type Layer } from "../src/design/schema/layers.ts";

/** `docs/layers.md`: the nine layers, what belongs in each, and what is easily misplaced. */
export function layersPage(): string {
  return [
    "# The nine layers",
    "",
    "<!-- Written by scripts/generate.ts from src/advice/layers.ts and src/advice/layer-words.ts: do not edit. -->",
    "",
    "Every component of a machine learning system belongs to one of nine layers. Plumbline places those that a design",
    "names by their kind; a model goes where the method belongs that it is made of. `layer:` beside a component of",
    "`architecture.components` overrules both.",
    "",
    "| | layer | in short |",
    "|---|---|---|",
    ...layerNames.map(
      (layer, i) => `| ${i + 1} | [${layerWords[layer].title}](#${anchor(layer)}) (\`${layer}\`) | ${shortOf(layer)} |`,
    ),
    ...layerNames.flatMap((layer, i) => section(layer, i + 1)),
    "",
  ].join("\n");
}

/** What follows the title in the schema's own words. */
const shortOf = (layer: Layer): string => {
  const words = layers[layer].replace(/^[^:]*:\s*/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const anchor = (layer: Layer): string =>
  `${layerNames.indexOf(layer) + 1}-${layerWords[layer].title.toLowerCase().replaceAll(",", "").replaceAll(" ", "-")}`;

function section(layer: Layer, number: number): string[] {
  const { title, is, not, asks } = layerWords[layer];
  const methods = listed(layerOfMethod, layer);
  return [
    "",
    `## ${number}. ${title}`,
    "",
    is,
    "",
    `- **Belongs here:** ${listed(layerOfKind, layer) || "what is made of one of the methods below"}.`,
    ...(methods ? [`- **Methods:** ${methods}.`] : []),
    `- **Not here:** ${not}`,
    `- **A review asks:** ${asks}`,
  ];
}

const listed = (table: Readonly<Record<string, Layer>>, layer: Layer): string =>
  Object.keys(table)
    .filter((key) => table[key] === layer)
    .join(", ");
