import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { Database } from "./database.ts";
import { requireName, requireVersion } from "./versions.ts";

/** `live` serves, `shadow` is asked but not shown, `canary` serves a share, `previous` was live before. */
export const aliases = ["live", "shadow", "canary", "previous"] as const;
export type Alias = (typeof aliases)[number];

/** One step of an alias; `version` is absent where the alias was removed. */
export interface AliasStep {
  readonly alias: Alias;
  readonly version?: number;
  readonly because: string;
  /** Never before the step that came before it, even where a clock was set back. */
  readonly timeMillis: number;
}

interface AliasRow {
  alias: Alias;
  version: number | null;
  because: string;
  time_ms: number;
}

export function moveAlias(
  database: Database,
  clock: Clock,
  step: { name: string; alias: Alias; version: number | null; because: string },
): void {
  requireAlias(step.alias);
  database.transaction(() => {
    if (step.version === null) requireSet(database, step.name, step.alias);
    else requireVersion(database, step.name, step.version);
    const timeMillis = Math.max(Math.floor(clock.nowMillis()), latestMillis(database, step.name));
    const before = readAliases(database, step.name).live;
    if (step.alias === "live" && before !== undefined && before !== step.version) {
      const because = step.version === null ? "was live until removed" : `was live until version ${step.version}`;
      addStep(database, { name: step.name, alias: "previous", version: before, because, timeMillis });
    }
    addStep(database, { ...step, timeMillis });
  });
}

/** Where each alias that is set points now; empty for a name never registered. */
export function readAliases(database: Database, name: string): Partial<Record<Alias, number>> {
  const rows = database.rows<{ alias: Alias; version: number | null }>(
    `SELECT alias, version FROM alias_history
     WHERE step IN (SELECT MAX(step) FROM alias_history WHERE name = :name GROUP BY alias) ORDER BY alias`,
    { name },
  );
  return Object.fromEntries(rows.filter(({ version }) => version !== null).map((row) => [row.alias, row.version]));
}

/** @throws {Problem} `registry/unknown-name`, `registry/unknown-alias`, `registry/alias-not-set` */
export function requireSet(database: Database, name: string, alias: Alias): number {
  requireAlias(alias);
  requireName(database, name);
  const set = readAliases(database, name);
  if (set[alias] !== undefined) return set[alias];
  const others = Object.entries(set).map(([other, version]) => `${other} is version ${version}`);
  throw new Problem({
    code: "registry/alias-not-set",
    found: `The alias ${alias} of ${name} points to no version; ${others.join(", ") || "none of its aliases does"}.`,
    fix: `set ${alias} to a version of ${name} first`,
  });
}

/** Every step of every alias of a name, oldest first. */
export function readHistory(database: Database, name: string): AliasStep[] {
  requireName(database, name);
  return database
    .rows<AliasRow>("SELECT alias, version, because, time_ms FROM alias_history WHERE name = :name ORDER BY step", {
      name,
    })
    .map(({ alias, version, because, time_ms: timeMillis }) => ({
      alias,
      ...(version !== null && { version }),
      because,
      timeMillis,
    }));
}

/** The version an alias pointed to at a moment; a step counts from its own millisecond on. */
export function readAt(database: Database, name: string, alias: Alias, timeMillis: number): number | undefined {
  requireAlias(alias);
  requireName(database, name);
  const [row] = database.rows<{ version: number | null }>(
    `SELECT version FROM alias_history WHERE name = :name AND alias = :alias AND time_ms <= :timeMillis
     ORDER BY step DESC LIMIT 1`,
    { name, alias, timeMillis },
  );
  return row?.version ?? undefined;
}

function addStep(
  database: Database,
  step: { name: string; alias: Alias; version: number | null; because: string; timeMillis: number },
): void {
  database.run(
    `INSERT INTO alias_history (name, alias, version, because, time_ms)
     VALUES (:name, :alias, :version, :because, :timeMillis)`,
    step,
  );
}

function latestMillis(database: Database, name: string): number {
  const [row] = database.rows<{ latest: number | null }>(
    "SELECT MAX(time_ms) AS latest FROM alias_history WHERE name = :name",
    { name },
  );
  return row?.latest ?? -Infinity;
}

function requireAlias(alias: string): void {
  if ((aliases as readonly string[]).includes(alias)) return;
  const meant = nearest(alias, aliases);
  throw new Problem({
    code: "registry/unknown-alias",
    found: `There is no alias ${alias}; the aliases are ${aliases.join(", ")}.`,
    fix: meant ? `did you mean ${meant}?` : `use one of ${aliases.join(", ")}`,
  });
}
