import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";

const folder = join(import.meta.dirname, "../../../examples");

/** Names of the example designs that come with Plumbline, sorted. */
export function exampleNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(fileOf(name)))
    .sort();
}

/** The text of an example design. @throws {Problem} `design/no-such-example` */
export function exampleText(name: string): string {
  const names = exampleNames();
  if (names.includes(name)) return readFileSync(fileOf(name), "utf8");
  const meant = nearest(name, names);
  throw new Problem({
    code: "design/no-such-example",
    found: `There is no example \`${name}\`.`,
    fix: meant ? `did you mean \`${meant}\`?` : `take one of ${names.map((one) => `\`${one}\``).join(", ")}`,
  });
}

const fileOf = (name: string): string => join(folder, name, `${name}.design.yaml`);
