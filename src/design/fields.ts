import { z } from "zod";
import { Problem } from "../kit/problem.ts";
import {
  quantityExamples,
  readBound,
  readQuantity,
  type Bound,
  type QuantityKind,
  type QuantityOf,
} from "../kit/quantity.ts";
import { inRange, type Range } from "./ranges.ts";

/** Turns a Problem thrown while reading one value into a schema issue, so that every mistake of a document is reported at once. */
function reading<Value>(read: (found: unknown) => Value) {
  return (found: unknown, context: z.RefinementCtx): Value => {
    try {
      return read(found);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      context.addIssue({ code: "custom", message: error.found, params: { problem: error } });
      return z.NEVER;
    }
  };
}

/** Expressions are read by recursion, so that their length limits their depth. */
const longestExpression = 1000;
const written = z.union([z.string(), z.number()]);

/** A quantity of one kind, such as `80ms`; never negative. */
export function quantity<Kind extends QuantityKind>(kind: Kind, range: Range = {}) {
  const examples = quantityExamples[kind].filter(
    (example) => !(range.part || range.inside) || !/relative/.test(example),
  );
  return written
    .meta({ examples })
    .transform<QuantityOf<Kind>>(reading((found) => inRange<QuantityOf<Kind>>(readQuantity(found, [kind]), range)));
}

/** A quantity above zero. */
export const positive = <Kind extends QuantityKind>(kind: Kind) => quantity(kind, { positive: true });

/** A share of one whole: at most 100%, and relative to nothing else. */
export const part = () => quantity("share", { part: true });

function readInRange<Kind extends QuantityKind>(found: unknown, kinds: readonly Kind[]): Bound<Kind> {
  const read = readBound(found, kinds);
  inRange(read.quantity, { positive: read.quantity.kind === "duration", unbounded: true });
  return read;
}

/** A bound such as `<= 80ms`; never negative. */
export function bound<Kind extends QuantityKind>(...kinds: [Kind, ...Kind[]]) {
  return z
    .string()
    .meta({ examples: kinds.flatMap((kind) => quantityExamples[kind].map((example) => `<= ${example}`)) })
    .transform<Bound<Kind>>(reading((found) => readInRange(found, kinds)));
}

/** A text with its own small grammar, read by `read`. */
export function readAs<Value>(read: (text: string) => Value, examples: readonly string[]) {
  return z
    .string()
    .meta({ examples: [...examples] })
    .max(longestExpression, `has at most ${longestExpression} characters`)
    .transform<Value>(reading((found) => read(found as string)));
}

/** One value or a list of them; always a list once read. */
export function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([schema, z.array(schema)])
    .transform((found): z.output<Schema>[] => (Array.isArray(found) ? found : [found]) as z.output<Schema>[]);
}

/** A text in plain words. */
export const words = (description: string) => z.string().optional().describe(description);

/** Several texts in plain words. */
export const wordList = (description: string) => z.array(z.string()).optional().describe(description);

/** A whole number of things, at least `least`. */
export const whole = (description: string, least = 1, most = 1_000_000) =>
  z.number().int().min(least).max(most).optional().describe(description);

/** A name that other parts of the document refer to. */
export const name = z.string().regex(/^[A-Za-z]\w*$/, "starts with a letter and holds only letters, digits and _");

const decision = z.strictObject({
  chose: z.string().describe("What was chosen."),
  over: z.string().optional().describe("What it was chosen over."),
  because: z.string().optional().describe("Why: the fact that decided it."),
  revisit: z.string().optional().describe("What would change it: a date, a number, an event."),
});

const notes = z.string().optional().describe("Prose for readers; nothing is read from it.");
const decisions = z.array(decision).optional().describe("What was decided here, over what, and why.");

/** A section of the document: every key optional, unknown keys refused, prose and decisions allowed beside the numbers. */
export function section<Shape extends z.core.$ZodLooseShape>(description: string, shape: Shape) {
  return z.strictObject({ ...shape, notes, decisions }).describe(description);
}
