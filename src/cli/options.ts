import { Argument, Option, type Command } from "commander";
import { z } from "zod";
import type { Operation } from "../index.ts";

interface Field {
  readonly name: string;
  readonly kind: "text" | "number" | "flag" | "list";
  /** What stands for the value in help, from the schema's own metadata. */
  readonly word: string;
  readonly description: string;
  readonly fallback: unknown;
  readonly optional: boolean;
}

/** Gives a command the argument and the flags of its operation's input, so that help and schema cannot disagree. */
export function addInput(command: Command, operation: Operation): void {
  for (const field of fieldsOf(operation.input)) {
    if (operation.positional.includes(field.name)) command.addArgument(argumentOf(field));
    else command.addOption(optionOf(field));
  }
}

const argumentOf = ({ name, kind, optional, description }: Field): Argument => {
  if (kind === "list") return new Argument(`[${name}...]`, description);
  return new Argument(optional ? `[${name}]` : `<${name}>`, description);
};

/** `failOn` is typed as `--fail-on`. */
export const flagName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function fieldsOf(input: z.ZodObject): Field[] {
  return Object.entries(input.shape).map(([name, schema]) => {
    const { inner, fallback } = unwrap(schema as z.ZodType);
    return {
      name,
      kind: kindOf(inner),
      word: String((schema as z.ZodType).meta()?.["word"] ?? "value"),
      description: (schema as z.ZodType).description ?? inner.description ?? "",
      fallback,
      optional: schema instanceof z.ZodOptional,
    };
  });
}

function unwrap(schema: z.ZodType): { inner: z.ZodType; fallback: unknown } {
  if (schema instanceof z.ZodDefault)
    return { inner: unwrap(schema.unwrap() as z.ZodType).inner, fallback: schema.parse(undefined) };
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  return { inner: schema, fallback: undefined };
}

function kindOf(schema: z.ZodType): Field["kind"] {
  if (schema instanceof z.ZodBoolean) return "flag";
  if (schema instanceof z.ZodArray) return "list";
  return schema instanceof z.ZodNumber ? "number" : "text";
}

function optionOf({ name, kind, word, description: what, fallback }: Field): Option {
  const description = [what, ...moreAbout(kind, fallback)].join(" ");
  if (kind === "flag") return new Option(flagName(name), description);
  const option = new Option(`${flagName(name)} <${word}>`, description);
  if (kind === "list") return option.argParser((value, before: string[] | undefined) => [...(before ?? []), value]);
  if (kind === "number") option.argParser((value) => (/^[-+]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value));
  return option;
}

function moreAbout(kind: Field["kind"], fallback: unknown): string[] {
  if (kind === "list") return ["May be given several times."];
  return fallback === undefined ? [] : [`By default ${String(fallback)}.`];
}
