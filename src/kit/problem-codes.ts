interface CodeFacts {
  /** One sentence for `docs/problems.md`: when this happens. */
  readonly when: string;
  /** Status of an HTTP answer that carries this problem; 500 when absent. */
  readonly httpStatus?: number;
}

function codes<const Table extends Record<string, CodeFacts>>(
  table: Table,
): { readonly [Code in keyof Table]: CodeFacts } {
  return table;
}

/** Every code a Problem can carry, grouped by room; `docs/problems.md` is generated from this table. */
export const problemCodes = codes({
  // kit
  "quantity/malformed": { when: "A value is not written as a quantity such as `80ms`, `600/s`, `5%` or `53k`." },
  "quantity/wrong-unit": { when: "A quantity has a unit that does not fit the field." },
  "predicate/malformed": { when: "A filter such as `rating >= 4 and city = 'Bern'` cannot be read." },
  // design
  // data
  // evaluation
  // features
  // training
  // retrieval
  // registry
  // serving
  // monitoring
  // blueprints, run, verify
  // operations and faces
});

export type ProblemCode = keyof typeof problemCodes;
