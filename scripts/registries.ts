import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A folder in which every file is one entry. */
export interface Registry {
  readonly folder: string;
  /** Name of the exported list, such as `metrics`. */
  readonly list: string;
  /** Added to the names of the imports, so that `new.ts` does not become a reserved word. */
  readonly suffix: string;
  /** Entries export their definition under the file's name (`not-null.ts`: `notNull`) instead of as default. */
  readonly named?: boolean;
  /** Files in the folder that are no entries. */
  readonly except?: readonly string[];
  /** True until the folder gets its first entry; it may not stay true after that. */
  readonly awaited?: boolean;
}

export const registries: readonly Registry[] = [
  { folder: "src/advice/subjects", list: "subjects", suffix: "Advice" },
  { folder: "src/advice/fields", list: "fieldAdvice", suffix: "Fields", except: ["field.ts"] },
  { folder: "src/evaluation/metrics", list: "metrics", suffix: "Metric" },
  { folder: "src/data/checks", list: "checkKinds", suffix: "", named: true, except: ["check.ts"] },
  { folder: "src/monitoring/drift", list: "driftTests", suffix: "DriftTest" },
  { folder: "src/design/lenses", list: "lenses", suffix: "Lens", except: ["lens.ts"] },
  { folder: "src/review/rules", list: "rules", suffix: "Rule" },
  { folder: "src/verify/probes", list: "probes", suffix: "Probe" },
  { folder: "src/interview/topics", list: "topics", suffix: "Topic" },
  { folder: "src/interview/problems", list: "problems", suffix: "Problem", except: ["answer.ts"] },
  { folder: "src/interview/signals", list: "signals", suffix: "Signal" },
  { folder: "src/interview/drills", list: "drills", suffix: "Drill" },
  {
    folder: "src/operations",
    list: "operations",
    suffix: "Operation",
    except: ["operation.ts", "inputs.ts", "say-prepared.ts"],
  },
];

/** File names of a registry's entries, sorted by character code; none where the folder does not exist yet. */
export function entriesOf(registry: Registry, root: string): string[] {
  const folder = join(root, registry.folder);
  if (registry.awaited && !existsSync(folder)) return [];
  const others = new Set(["index.ts", ...(registry.except ?? [])]);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !others.has(file))
    .sort();
}

/** The source of a registry's `index.ts`, before formatting. */
export function registryIndex(registry: Registry, files: readonly string[]): string {
  const names = files.map((file) => importName(file, registry.suffix));
  const imported = names.map((name) => (registry.named ? `{ ${name} }` : name));
  return [
    "// Written by scripts/generate.ts from the files of this folder: do not edit.",
    ...files.map((file, at) => `import ${imported[at]} from "./${file}";`),
    "",
    `/** Every entry of this folder, by file name. */`,
    `export const ${registry.list} = [${names.join(", ")}] as const;`,
    "",
  ].join("\n");
}

/** `recip-rank.ts` and `Metric` give `recipRankMetric`. */
function importName(file: string, suffix: string): string {
  const words = file.replace(/\.ts$/, "").replace(/[^A-Za-z\d]+(.)/g, (_, letter: string) => letter.toUpperCase());
  return `${words}${suffix}`;
}
