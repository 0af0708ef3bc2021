import { join, resolve as absolute } from "node:path";
import type { Clock } from "../kit/clock.ts";
import { type Alias, type AliasStep, moveAlias, readAliases, readAt, readHistory, requireSet } from "./aliases.ts";
import { openArtifactStore } from "./artifact-store.ts";
import { openDatabase } from "./database.ts";
import type { Entry } from "./entry.ts";
import { makeFolder } from "../data/make-folder.ts";
import { explainingStorage } from "./storage-problems.ts";
import { loadArtifacts, type ModelVersion, readNames, readVersion, readVersions, registerVersion } from "./versions.ts";

/**
 * Versions of models and the aliases that say which of them serves. Nothing is ever changed or removed: versions and
 * the history of aliases only grow. Several processes may have the same folder open.
 */
export interface Registry {
  /**
   * Keeps the files and makes them the next version of the name, all or nothing. The same kind and bytes registered
   * again are the version they already are: its first lineage and metrics stay.
   *
   * @throws {Problem} `registry/malformed-entry`, `registry/disk-full`, `registry/read-only-folder`, `registry/busy`
   */
  register(entry: Entry): number;
  /**
   * The files of a version, each checked against its checksum.
   *
   * @throws {Problem} `registry/unknown-name`, `registry/unknown-version`, `registry/corrupt-artifact`, `registry/missing-artifact`
   */
  load(name: string, version: number): Record<string, Uint8Array>;
  version(name: string, version: number): ModelVersion;
  /** Oldest first. */
  versions(name: string): ModelVersion[];
  names(): string[];
  /** Points an alias to a version. Where `live` moves, `previous` takes the version it leaves, in the same step. */
  setAlias(name: string, alias: Alias, version: number, because: string): void;
  /** @throws {Problem} `registry/alias-not-set` when it points nowhere already */
  removeAlias(name: string, alias: Alias, because: string): void;
  /** @throws {Problem} `registry/unknown-name`, `registry/unknown-alias`, `registry/alias-not-set` */
  resolve(name: string, alias: Alias): number;
  /** The aliases that are set; none for a name never registered. */
  aliases(name: string): Partial<Record<Alias, number>>;
  /** Every step of the name's aliases, oldest first. */
  history(name: string): AliasStep[];
  /** What an alias pointed to at a moment: `at(name, "live", t)` is what served then. */
  at(name: string, alias: Alias, timeMillis: number): number | undefined;
  close(): void;
}

/**
 * Opens the registry in a folder, which is made when it is not there: `registry.sqlite` and, under `artifacts`, files
 * named by their SHA-256.
 *
 * @throws {Problem} `registry/read-only-folder`, `registry/disk-full`, `registry/corrupt-database`, `registry/newer-format`, `registry/busy`
 */
export function openRegistry(folder: string, { clock }: { readonly clock: Clock }): Registry {
  const place = absolute(folder);
  const explained = <T>(work: () => T): T => explainingStorage(place, work);
  const store = explained(() => {
    makeFolder(place);
    return openArtifactStore(join(place, "artifacts"));
  });
  const database = openDatabase(place);
  return {
    register: (entry) => explained(() => registerVersion(database, store, clock, entry)),
    load: (name, version) => explained(() => loadArtifacts(store, readVersion(database, name, version))),
    version: (name, version) => readVersion(database, name, version),
    versions: (name) => readVersions(database, name),
    names: () => readNames(database),
    setAlias: (name, alias, version, because) => moveAlias(database, clock, { name, alias, version, because }),
    removeAlias: (name, alias, because) => moveAlias(database, clock, { name, alias, version: null, because }),
    resolve: (name, alias) => requireSet(database, name, alias),
    aliases: (name) => readAliases(database, name),
    history: (name) => readHistory(database, name),
    at: (name, alias, timeMillis) => readAt(database, name, alias, timeMillis),
    close: () => database.close(),
  };
}
