/** One import of a module by another. */
export interface ImportStatement {
  /** `undefined` where it is worked out while running, so that nobody can tell. */
  readonly specifier: string | undefined;
  /** From 1. */
  readonly line: number;
}

const LEXICAL = new RegExp(
  [
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)/,
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/,
    /`(?:[^`\\]|\\[\s\S])*`/,
    // A slash opens a pattern only where no value can stand before it.
    /(?<=(?:[=(,:;!&|?{}[>]|\breturn)\s*)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//,
  ]
    .map((part) => part.source)
    .join("|"),
  "g",
);

/** Files that `new URL` finds are imports only where they are code, which workers are started from. */
const CODE = /\.[cm]?[jt]s$/;
const TEXT = /(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|`(?<template>[^`$]*)`)/.source;
const STATEMENTS = [
  new RegExp(String.raw`\b(?:import|export)\b[^;"'\`()]*?\bfrom\s*${TEXT}`, "g"),
  new RegExp(String.raw`\bimport\s*${TEXT}`, "g"),
  new RegExp(String.raw`(?<![.\w])(?:import|require|import\.meta\.resolve)\s*\(\s*(?:${TEXT}\s*[,)])?`, "g"),
];
const ADDRESS = new RegExp(String.raw`\bnew\s+URL\s*\(\s*${TEXT}\s*,\s*import\.meta\.url\b`, "g");

/**
 * Everything a module imports: `import`, `export … from`, `import()`, type imports, `require`, and files found by
 * `new URL("./x", import.meta.url)`, through which worker threads are started. Comments do not count.
 */
export function importStatements(source: string): ImportStatement[] {
  const code = source.replace(LEXICAL, (text, ...rest) => {
    const { comment } = rest.at(-1) as { comment?: string };
    return comment === undefined ? text : text.replace(/[^\n]/g, " ");
  });
  const addresses = found(code, ADDRESS).filter(({ specifier }) => specifier && CODE.test(specifier));
  return [...STATEMENTS.flatMap((statement) => found(code, statement)), ...addresses].sort((a, b) => a.line - b.line);
}

function found(code: string, statement: RegExp): ImportStatement[] {
  return [...code.matchAll(statement)].map((match) => {
    const { double, single, template } = match.groups!;
    return { specifier: double ?? single ?? template, line: lineAt(code, match.index + match[0].length - 1) };
  });
}

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split("\n").length;
}
