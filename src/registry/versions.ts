import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { type ArtifactStore, sha256Of } from "./artifact-store.ts";
import type { Database } from "./database.ts";
import { checkEntry, type Entry, type EntryTexts, type Json, type Lineage } from "./entry.ts";

/** What the registry knows of one version, its files' bytes apart. */
export interface ModelVersion {
  readonly name: string;
  /** 1, 2, 3 … per name. */
  readonly version: number;
  readonly kind: string;
  readonly createdMillis: number;
  readonly artifacts: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[];
  readonly lineage: Lineage;
  readonly metrics: Readonly<Record<string, number>>;
  readonly featureSignature?: Json;
}

interface VersionRow {
  name: string;
  version: number;
  kind: string;
  created_ms: number;
  lineage: string;
  metrics: string;
  feature_signature: string | null;
}

/** Files first, each whole before it has a name; the database row that makes them visible last. */
export function registerVersion(database: Database, store: ArtifactStore, clock: Clock, entry: Entry): number {
  const texts = checkEntry(entry);
  const stored = Object.entries(entry.artifacts)
    .map(([file, bytes]) => ({ file, sha256: store.put(bytes), bytes: bytes.length }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const content = sha256Of(JSON.stringify([entry.kind, stored.map(({ file, sha256 }) => [file, sha256])]));
  return database.transaction(() => {
    const [same] = database.rows<{ version: number }>(
      "SELECT version FROM versions WHERE name = :name AND content = :content",
      { name: entry.name, content },
    );
    return same?.version ?? insertVersion(database, clock, entry, texts, content, stored);
  });
}

function insertVersion(
  database: Database,
  clock: Clock,
  { name, kind }: Entry,
  texts: EntryTexts,
  content: string,
  stored: ModelVersion["artifacts"],
): number {
  const version = Math.max(0, ...versionNumbers(database, name)) + 1;
  database.run(
    `INSERT INTO versions (name, version, kind, created_ms, content, lineage, metrics, feature_signature)
     VALUES (:name, :version, :kind, :createdMillis, :content, :lineage, :metrics, :featureSignature)`,
    { name, version, kind, createdMillis: Math.floor(clock.nowMillis()), content, ...texts },
  );
  for (const artifact of stored) {
    database.run(
      "INSERT INTO artifacts (name, version, file, sha256, bytes) VALUES (:name, :version, :file, :sha256, :bytes)",
      { name, version, ...artifact },
    );
  }
  return version;
}

/** @throws {Problem} `registry/missing-artifact`, `registry/corrupt-artifact` */
export function loadArtifacts(store: ArtifactStore, { name, version, artifacts }: ModelVersion) {
  const load = (file: string, sha256: string): [string, Uint8Array] => {
    const bytes = store.get(sha256);
    const at = { file: store.pathOf(sha256) };
    const what = `The file ${file} of ${name} version ${version}`;
    const fix = "register the same bytes again, or put the file back from a backup; meanwhile serve another version";
    if (!bytes) throw new Problem({ code: "registry/missing-artifact", found: `${what} is gone.`, fix, at });
    const actual = sha256Of(bytes);
    if (actual === sha256) return [file, bytes];
    const found = `${what} is damaged: registered with SHA-256 ${sha256}, now it has ${actual}.`;
    throw new Problem({ code: "registry/corrupt-artifact", found, fix, at });
  };
  return Object.fromEntries(artifacts.map(({ file, sha256 }) => load(file, sha256)));
}

/** Every version of a name, oldest first. */
export function readVersions(database: Database, name: string): ModelVersion[] {
  requireName(database, name);
  return database
    .rows<VersionRow>("SELECT * FROM versions WHERE name = :name ORDER BY version", { name })
    .map((row) => versionOf(database, row));
}

/** @throws {Problem} `registry/unknown-name`, `registry/unknown-version` */
export function readVersion(database: Database, name: string, version: number): ModelVersion {
  requireVersion(database, name, version);
  const [row] = database.rows<VersionRow>("SELECT * FROM versions WHERE name = :name AND version = :version", {
    name,
    version,
  });
  return versionOf(database, row!);
}

function versionOf(database: Database, row: VersionRow): ModelVersion {
  const { name, version, kind, created_ms: createdMillis, feature_signature: signature } = row;
  return {
    name,
    version,
    kind,
    createdMillis,
    artifacts: database
      .rows<{ file: string; sha256: string; bytes: number }>(
        "SELECT file, sha256, bytes FROM artifacts WHERE name = :name AND version = :version ORDER BY file",
        { name, version },
      )
      .map((artifact) => ({ ...artifact })),
    lineage: JSON.parse(row.lineage) as Lineage,
    metrics: JSON.parse(row.metrics) as Record<string, number>,
    ...(signature !== null && { featureSignature: JSON.parse(signature) as Json }),
  };
}

export const readNames = (database: Database): string[] =>
  database.rows<{ name: string }>("SELECT DISTINCT name FROM versions ORDER BY name").map(({ name }) => name);

const versionNumbers = (database: Database, name: string): number[] =>
  database
    .rows<{ version: number }>("SELECT version FROM versions WHERE name = :name ORDER BY version", { name })
    .map(({ version }) => version);

export function requireVersion(database: Database, name: string, version: number): void {
  requireName(database, name);
  const known = versionNumbers(database, name);
  if (known.includes(version)) return;
  throw new Problem({
    code: "registry/unknown-version",
    found: `The model ${name} has no version ${version}; its versions are 1 to ${known.length}.`,
    fix: `use a version from 1 to ${known.length}`,
  });
}

export function requireName(database: Database, name: string): void {
  const names = readNames(database);
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  const known = names.length === 0 ? "the registry is empty" : `it holds ${names.slice(0, 10).join(", ")}`;
  throw new Problem({
    code: "registry/unknown-name",
    found: `The registry holds no model named ${name}; ${known}${names.length > 10 ? " …" : ""}.`,
    fix: meant ? `did you mean ${meant}?` : "register a version under this name first, or use a name it holds",
  });
}
