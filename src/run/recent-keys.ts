import { sourceTable } from "../data/source.ts";
import { identifier, openTables } from "../data/table-store.ts";
import type { Prepared } from "./prepare.ts";

/** Keys of an entity in the data, those with the latest events first. */
export async function recentKeys(
  { plan, data }: Pick<Prepared, "plan" | "data">,
  entity: string,
  most: number,
): Promise<string[]> {
  const tables = await openTables({ path: data.dataPath, threads: 1, memoryLimitMb: 200 });
  try {
    const rows = await tables.rows<{ key: string }>(
      `SELECT ${identifier(entity)} AS key, max(time_ms) AS latest FROM ${identifier(sourceTable(plan.outcome.source))} GROUP BY key ORDER BY latest DESC, key LIMIT ${most}`,
    );
    return rows.map(({ key }) => key);
  } finally {
    tables.close();
  }
}
