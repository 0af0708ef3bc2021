import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { entriesOf, registries, registryIndex } from "./registries.ts";
import { layersPage } from "./layers-page.ts";
import { problemsPage } from "./problems-page.ts";
import { probesPage } from "./probes-page.ts";
import { documentGallery } from "./document-gallery.ts";
import { formatPage } from "./format-page.ts";
import { reportCardPage } from "./report-card-page.ts";
import { rubricPage } from "./rubric-page.ts";
import { rulesPages } from "./rules-pages.ts";
import { understandingPage } from "./understanding-page.ts";
import { designJsonSchema } from "../src/design/json-schema.ts";

/** A committed file that is worked out from others. */
export interface GeneratedFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

const repository = join(import.meta.dirname, "..");

/** Every generated file as it should be now; registries that are still awaited are left out. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const indexes = registries
    .map((registry) => ({ registry, files: entriesOf(registry, root) }))
    .filter(({ registry, files }) => files.length > 0 || !registry.awaited)
    .map(({ registry, files }) => ({ path: `${registry.folder}/index.ts`, text: registryIndex(registry, files) }));
  return [...(await Promise.all(indexes.map(formatted))), ...(await (pages ??= pagesOfRepository()))];
}

/** What is made from the code of this repository, whatever folder is looked at; worked out once a process. */
let pages: Promise<GeneratedFile[]> | undefined;

async function pagesOfRepository(): Promise<GeneratedFile[]> {
  const schema = { path: "schema/design.schema.json", text: JSON.stringify(designJsonSchema()) };
  return [
    await formatted(schema),
    { path: "docs/layers.md", text: layersPage() },
    { path: "docs/problems.md", text: problemsPage() },
    { path: "docs/probes.md", text: probesPage() },
    { path: "docs/format.md", text: formatPage() },
    ...[...documentGallery(repository)].map(([name, text]) => ({ path: `gallery/documents/${name}`, text })),
    ...rulesPages(repository),
    { path: "docs/rules/report-card.md", text: reportCardPage() },
    await formatted({ path: "docs/interview/rubric.md", text: rubricPage() }),
    await formatted({ path: "docs/interview/understanding.md", text: understandingPage() }),
  ];
}

/** Those generated files whose committed text differs from what it should be. */
export async function staleFiles(root: string): Promise<GeneratedFile[]> {
  return (await generatedFiles(root)).filter(({ path, text }) => textOf(join(root, path)) !== text);
}

async function formatted({ path, text }: GeneratedFile): Promise<GeneratedFile> {
  const options = await resolveConfig(join(import.meta.dirname, "..", path));
  return { path, text: await format(text, { ...options, filepath: path }) };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** With `--check` only says what is stale, and exits 1 if anything is. */
async function main(root: string, checkOnly: boolean): Promise<void> {
  const stale = await staleFiles(root);
  for (const { path, text } of checkOnly ? [] : stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const verb = checkOnly ? "stale" : "written";
  process.stdout.write(
    stale.map(({ path }) => `${verb}: ${path}\n`).join("") || "Everything generated is up to date.\n",
  );
  if (!checkOnly && stale.some(({ path }) => path.endsWith("/index.ts")))
    process.stdout.write("An index has changed: run this again, because pages are made from what it listed before.\n");
  if (checkOnly && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) {
  await main(join(import.meta.dirname, ".."), process.argv.includes("--check"));
}
