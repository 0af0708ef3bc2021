/** `node scripts/indexes.ts` writes the indexes of all registries, and nothing that is made from what they list. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { entriesOf, registries, registryIndex } from "./registries.ts";

const root = join(import.meta.dirname, "..");
for (const registry of registries) {
  const files = entriesOf(registry, root);
  if (files.length === 0) continue;
  const filepath = join(root, registry.folder, "index.ts");
  const options = await resolveConfig(filepath);
  writeFileSync(filepath, await format(registryIndex(registry, files), { ...options, filepath }));
}
