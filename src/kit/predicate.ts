import { Problem } from "./problem.ts";

/**
 * A filter over the columns of a row. It means the same in SQL and in JavaScript: a comparison with a missing value is
 * not true, and what is not true does not pass (`not` included, as in SQL's three-valued logic). Missing is null,
 * undefined and NaN. Held against a number, a column is read as a number, and text that is none is unknown; held
 * against a text, a text column is compared by code points and a number column by value.
 */
export type Predicate =
  | { readonly kind: "compare"; readonly column: string; readonly operator: Operator; readonly value: Scalar }
  | { readonly kind: "in"; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly kind: "missing"; readonly column: string; readonly negated: boolean }
  | { readonly kind: "and" | "or"; readonly left: Predicate; readonly right: Predicate }
  | { readonly kind: "not"; readonly of: Predicate };

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type Scalar = number | string;
export type RowValues = Readonly<Record<string, unknown>>;

/**
 * Reads a filter such as `quantity > 0 and (brand = 'Private' or price <= 3.5)`.
 *
 * @param text  comparisons (`=`, `!=`, `<`, `<=`, `>`, `>=`), `in ('a', 'b')`, `is missing`, `is not missing`, `and`, `or`, `not`, parentheses
 * @throws {Problem} `predicate/malformed`
 */
export function parsePredicate(text: string): Predicate {
  const reader = tokenReader(text);
  const predicate = readOr(reader);
  if (reader.peek() !== undefined) throw reader.unexpected("`and`, `or` or the end");
  return predicate;
}

/** Whether a row passes; `false` where the answer is unknown because a value is missing. */
export function passes(predicate: Predicate, row: RowValues): boolean {
  return truth(predicate, row) === true;
}

/** The same filter as a SQL condition; `quote` turns a column name into the SQL that reads it. */
export function predicateSql(predicate: Predicate, quote: (column: string) => string): string {
  switch (predicate.kind) {
    case "compare":
      return compareSql(quote(predicate.column), predicate.operator, predicate.value);
    case "in":
      return `(${predicate.values.map((value) => compareSql(quote(predicate.column), "=", value)).join(" OR ")})`;
    case "missing":
      return `${quote(predicate.column)} IS ${predicate.negated ? "NOT " : ""}NULL`;
    case "not":
      return `NOT (${predicateSql(predicate.of, quote)})`;
    default:
      return `(${predicateSql(predicate.left, quote)} ${predicate.kind.toUpperCase()} ${predicateSql(predicate.right, quote)})`;
  }
}

/**
 * A filter as a person would write it; read again, it means the same.
 *
 * @example predicateText(parsePredicate("a=1 or (b > 2 and c is null)")) // => "a = 1 or b > 2 and c is missing"
 */
export function predicateText(predicate: Predicate): string {
  switch (predicate.kind) {
    case "compare":
      return `${predicate.column} ${predicate.operator} ${literal(predicate.value)}`;
    case "in":
      return `${predicate.column} in (${predicate.values.map(literal).join(", ")})`;
    case "missing":
      return `${predicate.column} is ${predicate.negated ? "not " : ""}missing`;
    case "not":
      return `not ${inner(predicate.of, ["and", "or"])}`;
    case "and":
      return `${inner(predicate.left, ["or"])} and ${inner(predicate.right, ["and", "or"])}`;
    default:
      return `${inner(predicate.left, [])} or ${inner(predicate.right, ["or"])}`;
  }
}

/** In parentheses where it would be read differently without. */
function inner(predicate: Predicate, kinds: readonly Predicate["kind"][]): string {
  const text = predicateText(predicate);
  return kinds.includes(predicate.kind) ? `(${text})` : text;
}

/** Every column the filter reads, each once. */
export function predicateColumns(predicate: Predicate): string[] {
  if ("column" in predicate) return [predicate.column];
  if ("of" in predicate) return predicateColumns(predicate.of);
  return [...new Set([...predicateColumns(predicate.left), ...predicateColumns(predicate.right)])];
}

/** `undefined` stands for SQL's unknown. */
function truth(predicate: Predicate, row: RowValues): boolean | undefined {
  switch (predicate.kind) {
    case "compare":
      return compare(row[predicate.column], predicate.operator, predicate.value);
    case "in":
      return anyTrue(predicate.values.map((value) => compare(row[predicate.column], "=", value)));
    case "missing":
      return isMissing(row[predicate.column]) !== predicate.negated;
    case "not":
      return negate(truth(predicate.of, row));
    case "or":
      return anyTrue([truth(predicate.left, row), truth(predicate.right, row)]);
    default:
      return negate(anyTrue([negate(truth(predicate.left, row)), negate(truth(predicate.right, row))]));
  }
}

const isMissing = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);
const negate = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

function anyTrue(values: (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

function compare(found: unknown, operator: Operator, value: Scalar): boolean | undefined {
  const order = isMissing(found) ? NaN : orderOf(found, value);
  if (Number.isNaN(order)) return undefined;
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Negative, 0 or positive as the value found is before, at or after the other; NaN where they cannot be compared. */
function orderOf(found: unknown, value: Scalar): number {
  if (typeof value === "string" && !isNumber(found)) return textOrder(String(found), value);
  const [left, right] = [asNumber(found), asNumber(value)];
  return left === right ? 0 : left - right;
}

const isNumber = (value: unknown): boolean => typeof value === "number" || typeof value === "bigint";
const NUMBER_TEXT = /^[ \t\n\v\f\r]*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?[ \t\n\v\f\r]*$/i;

function asNumber(value: unknown): number {
  return typeof value === "string" && !NUMBER_TEXT.test(value) ? NaN : Number(value);
}

/** By code points, as databases compare UTF-8; JavaScript's `<` goes by UTF-16 units, which differs beyond U+FFFF. */
function textOrder(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a.codePointAt(at)! - b.codePointAt(at)!;
  }
  return a.length - b.length;
}

/** A number is held against the column as a number, whatever type the column has; NaN is missing. */
function compareSql(column: string, operator: Operator, value: Scalar): string {
  const left = typeof value === "number" ? `NULLIF(TRY_CAST(${column} AS DOUBLE), 'NaN'::DOUBLE)` : column;
  return `${left} ${operator === "!=" ? "<>" : operator} ${literal(value)}`;
}

const literal = (value: Scalar): string =>
  typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

interface TokenReader {
  peek(): string | undefined;
  take(): string | undefined;
  takeIf(word: string): boolean;
  unexpected(wanted: string): Problem;
}

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|([A-Za-z_][\w.]*)|(<=|>=|!=|<>|==|=|<|>|\(|\)|,))/y;

function tokenReader(text: string): TokenReader {
  const tokens = tokenise(text);
  let position = 0;
  return {
    peek: () => tokens[position],
    take: () => tokens[position++],
    takeIf: (word) => {
      if (tokens[position]?.toLowerCase() !== word) return false;
      position++;
      return true;
    },
    unexpected: (wanted) =>
      malformed(text, `expected ${wanted}, found ${tokens[position] ? `\`${tokens[position]}\`` : "the end"}`),
  };
}

function tokenise(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw malformed(text, `cannot read \`${text.slice(from).trim()}\``);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function malformed(text: string, why: string): Problem {
  return new Problem({
    code: "predicate/malformed",
    found: `The filter \`${text}\` is not complete: ${why}.`,
    fix: "write comparisons joined by `and` or `or`, such as `quantity > 0 and brand = 'Private'`",
  });
}

function readOr(reader: TokenReader): Predicate {
  let left = readAnd(reader);
  while (reader.takeIf("or")) left = { kind: "or", left, right: readAnd(reader) };
  return left;
}

function readAnd(reader: TokenReader): Predicate {
  let left = readNot(reader);
  while (reader.takeIf("and")) left = { kind: "and", left, right: readNot(reader) };
  return left;
}

function readNot(reader: TokenReader): Predicate {
  if (reader.takeIf("not")) return { kind: "not", of: readNot(reader) };
  if (!reader.takeIf("(")) return readComparison(reader);
  const inner = readOr(reader);
  if (!reader.takeIf(")")) throw reader.unexpected("`)`");
  return inner;
}

function readComparison(reader: TokenReader): Predicate {
  const column = reader.peek();
  if (!column || !/^[A-Za-z_]/.test(column)) throw reader.unexpected("a column name");
  reader.take();
  if (reader.takeIf("is")) return readMissing(reader, column);
  if (reader.takeIf("in")) return { kind: "in", column, values: readList(reader) };
  return { kind: "compare", column, operator: readOperator(reader), value: readScalar(reader) };
}

function readMissing(reader: TokenReader, column: string): Predicate {
  const negated = reader.takeIf("not");
  if (!reader.takeIf("missing") && !reader.takeIf("null")) throw reader.unexpected("`missing`");
  return { kind: "missing", column, negated };
}

function readList(reader: TokenReader): Scalar[] {
  if (!reader.takeIf("(")) throw reader.unexpected("`(`");
  const values = [readScalar(reader)];
  while (reader.takeIf(",")) values.push(readScalar(reader));
  if (!reader.takeIf(")")) throw reader.unexpected("`)`");
  return values;
}

function readOperator(reader: TokenReader): Operator {
  const operator = reader.peek();
  if (!operator || !/^[<>=!]/.test(operator)) throw reader.unexpected("a comparison such as `>=`");
  reader.take();
  if (operator === "==") return "=";
  return operator === "<>" ? "!=" : (operator as Operator);
}

function readScalar(reader: TokenReader): Scalar {
  const token = reader.peek();
  if (!token || !/^['\-\dA-Za-z_]/.test(token)) throw reader.unexpected("a number or a 'text'");
  reader.take();
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  return /^[-\d]/.test(token) ? Number(token) : token;
}
