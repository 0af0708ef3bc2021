import type { CommanderError } from "commander";
import type { z } from "zod";
import { Problem, type Operation } from "../index.ts";
import { nearest as nearestOf } from "../index.ts";
import { flagName } from "./options.ts";

/** The Problems that an error stands for; `undefined` when it is a mistake of ours. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Problem) return [error];
  if (error instanceof AggregateError && error.errors.length > 0 && error.errors.every((one) => one instanceof Problem))
    return error.errors as Problem[];
  return undefined;
}

/** What was wrong with the command line, with what was probably meant. */
export function badUsage(error: CommanderError, words: readonly string[], operations: readonly Operation[]): Problem {
  const names = operations.map(({ name }) => name);
  const operation = operations.find(({ name }) => name === words[0]);
  const help = operation ? `see \`plumb ${operation.name} --help\`` : "see `plumb --help`";
  if (error.code === "commander.unknownCommand" || (!operation && !words[0]?.startsWith("-")))
    return unknownVerb(words[0] ?? "", names);
  if (error.code === "commander.unknownOption") return unknownFlag(error, operation, help);
  if (error.code === "commander.optionMissingArgument" && operation)
    return noValue(/'(--?[\w-]+)/.exec(error.message)?.[1] ?? "a flag", operation);
  if (error.code === "commander.missingArgument" && operation)
    return new Problem({
      code: "cli/bad-usage",
      found: `\`plumb ${operation.name}\` needs a ${missingName(error)}, and none is named.`,
      fix: `name one, such as \`${operation.examples[0]!.line}\``,
    });
  return new Problem({ code: "cli/bad-usage", found: sentence(error.message), fix: help });
}

const missingName = ({ message }: CommanderError): string => /'([^']+)'/.exec(message)?.[1] ?? "design";

/** A flag that stands at the end, or before the next flag. */
export function noValue(flag: string, operation: Operation): Problem {
  return new Problem({
    code: "cli/bad-usage",
    found: `\`${flag}\` has no value.`,
    fix: `write a value after it, or leave it out; see \`plumb ${operation.name} --help\``,
  });
}

type Issue = z.core.$ZodIssue;

/** A value that the operation's input does not take. */
export function wrongValue(operation: Operation, issue: Issue, given: Record<string, unknown>): Problem {
  const name = String(issue.path[0]);
  return new Problem({
    code: "cli/bad-usage",
    found: `\`${flagName(name)} ${String(given[name])}\` cannot be used: it must be ${neededText(issue)}.`,
    fix: `see \`plumb ${operation.name} --help\``,
  });
}

function neededText(issue: Issue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}`;
  if (issue.code === "too_small") return `at least ${issue.minimum}`;
  if (issue.code === "invalid_type") return issue.expected === "int" ? "a whole number" : `a ${issue.expected}`;
  return issue.message;
}

function unknownVerb(word: string, names: readonly string[]): Problem {
  const meant = nearestOf(word, names);
  const file = /\.(ya?ml|ts)$/.test(word);
  return new Problem({
    code: "cli/bad-usage",
    found: `\`${word}\` is ${file ? "a file, not a verb" : "not a verb that plumb knows"}.`,
    fix: file
      ? `say what to do with it, such as \`plumb claims ${word}\``
      : meant
        ? `did you mean \`plumb ${meant}\`?`
        : `use one of ${names.map((name) => `\`plumb ${name}\``).join(", ")}`,
  });
}

function unknownFlag(error: CommanderError, operation: Operation | undefined, help: string): Problem {
  const flag = /'(--?[^']+)'/.exec(error.message)?.[1] ?? "";
  const known = [...Object.keys(operation?.input.shape ?? {}).map((name) => `--${name}`), "--json", "--help"];
  const meant = nearestOf(flag, known);
  return new Problem({
    code: "cli/bad-usage",
    found: `\`${flag}\` is not a flag of this command.`,
    fix: meant ? `did you mean \`${meant}\`?` : help,
  });
}

function sentence(message: string): string {
  const text = message.replace(/^error: /, "").trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
