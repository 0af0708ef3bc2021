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

const written = z.union([z.string(), z.number()]);

/** A quantity of one of the kinds that fit, such as `80ms`. */
export function quantity<Kind extends QuantityKind>(...kinds: [Kind, ...Kind[]]) {
  return written
    .meta({ examples: kinds.flatMap((kind) => quantityExamples[kind]) })
    .transform<QuantityOf<Kind>>(reading((found) => readQuantity(found, kinds)));
}

/** A bound such as `<= 80ms`. */
export function bound<Kind extends QuantityKind>(...kinds: [Kind, ...Kind[]]) {
  return z
    .string()
    .meta({ examples: kinds.flatMap((kind) => quantityExamples[kind].map((example) => `<= ${example}`)) })
    .transform<Bound<Kind>>(reading((found) => readBound(found, kinds)));
}

/** A text with its own small grammar, read by `read`. */
export function readAs<Value>(read: (text: string) => Value, examples: readonly string[]) {
  return z
    .string()
    .meta({ examples: [...examples] })
    .transform<Value>(reading((found) => read(found as string)));
}

/** One value or a list of them; always a list once read. */
export function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([schema, z.array(schema)])
    .transform((found): z.output<Schema>[] => (Array.isArray(found) ? found : [found]) as z.output<Schema>[]);
}

const decision = z.strictObject({ chose: z.string(), over: z.string().optional(), because: z.string().optional() });

/** A section of the document: every key optional, unknown keys refused, prose and decisions allowed beside the numbers. */
export function section<Shape extends z.core.$ZodLooseShape>(description: string, shape: Shape) {
  return z
    .strictObject({ ...shape, notes: z.string().optional(), decisions: z.array(decision).optional() })
    .describe(description);
}
