import { numberSql } from "./cast.ts";
import type { Stage } from "./stage.ts";
import { identifier, literal, type Tables } from "./table-store.ts";

export type ColumnType = "DOUBLE" | "VARCHAR";

export interface TypedColumns {
  /** Type of each payload column. */
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly warnings: readonly string[];
}

interface Census {
  readonly filled: number;
  readonly numbers: number;
  readonly infinite: number;
  readonly codes: number;
  readonly example: string | null;
}

/** From this share of numbers on, a text column is worth a warning. */
const NEARLY_NUMERIC = 0.9;

/**
 * Type of each payload column from its kept values: DOUBLE when all of them are numbers. Codes stay text: digits with a
 * leading zero, and whole numbers of 16 digits and more, which a DOUBLE would merge.
 *
 * @param numeric  columns that a check holds to numbers; DOUBLE without asking
 */
export async function columnTypes(
  tables: Tables,
  staged: Stage,
  judged: string,
  columns: readonly string[],
  numeric: ReadonlySet<string>,
): Promise<TypedColumns> {
  const types: Record<string, ColumnType> = {};
  const warnings: string[] = [];
  const found = await censuses(tables, staged, judged, columns);
  for (const [index, column] of columns.entries()) {
    const census = found[index]!;
    const isNumeric = numeric.has(column) || (census.numbers === census.filled && census.codes === 0);
    types[column] = isNumeric ? "DOUBLE" : "VARCHAR";
    const warning = warningOf(column, census, isNumeric);
    if (warning) warnings.push(warning);
  }
  return { types, warnings };
}

/** SQL that reads a payload column as its type; NaN and infinities are missing. */
export function payloadSql(column: string, type: ColumnType): string {
  const text = identifier(column);
  if (type === "VARCHAR") return text;
  return `CASE WHEN isfinite(${numberSql(text)}) THEN ${numberSql(text)} END`;
}

function warningOf(column: string, census: Census, isNumeric: boolean): string | undefined {
  if (isNumeric && census.infinite > 0) {
    return `${column}: ${census.infinite} values are NaN or infinite and count as missing`;
  }
  if (isNumeric || census.codes > 0 || census.numbers < census.filled * NEARLY_NUMERIC) return undefined;
  const others = census.filled - census.numbers;
  return `${column} is text: ${others} of ${census.filled} values are not numbers, such as \`${census.example}\``;
}

async function censuses(
  tables: Tables,
  staged: Stage,
  judged: string,
  columns: readonly string[],
): Promise<readonly Census[]> {
  if (columns.length === 0) return [];
  const structs = columns.map((column, index) => {
    const text = identifier(column);
    const number = numberSql(text);
    return `{filled: count(${text}), numbers: count(${number}),
      infinite: count(*) FILTER (NOT isfinite(${number})),
      codes: count(*) FILTER (${text}[1] = '0' AND ${text}[2] BETWEEN '0' AND '9' OR length(${text}) > 15 AND regexp_full_match(${text}, '[-+]?\\d{16,}')),
      example: any_value(${text}) FILTER (${number} IS NULL)} AS ${literal(`c${index}`).replaceAll("'", '"')}`;
  });
  const [row] = await tables.rows<Record<string, Census>>(
    `SELECT ${structs.join(", ")} FROM ${identifier(staged.table)} AS stage
     JOIN ${identifier(judged)} AS judged ON stage.rowid = judged.rid WHERE judged."#fault" IS NULL`,
  );
  return columns.map((_, index) => row![`c${index}`]!);
}
