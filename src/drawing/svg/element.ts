import { cleanText } from "../text/clean.ts";
import { rounded } from "../layout/geometry.ts";

/** A list is one value of several lines. */
export type Attributes = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A piece of SVG text whose values are already escaped. Only this file makes one. */
export interface Markup {
  readonly markup: string;
}

/**
 * An element. Values are escaped, lengths rounded to hundredths, attributes kept in order.
 *
 * @param attributes  those that are undefined are left out
 */
export function element(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : child.markup)).join("");
  const start = `<${name}${attributeText(attributes)}`;
  return { markup: inner === "" ? `${start}/>` : `${start}>${inner}</${name}>` };
}

/** Elements behind each other, one on a line. */
export function together(parts: readonly Markup[]): Markup {
  return { markup: parts.map(({ markup }) => markup).join("\n") };
}

export const nothing: Markup = { markup: "" };

/** The rules of a picture. They are ours and hold no `<`, so they stand as they are. */
export function styleElement(rules: string): Markup {
  return { markup: `<style>${rules.replaceAll("<", "")}</style>` };
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${valueText(value)}"`]))
    .join("");
}

function valueText(value: string | number | readonly string[]): string {
  if (typeof value === "object") return value.map(escaped).join("&#10;");
  return typeof value === "number" ? String(rounded(value)) : escaped(value);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text that XML reads as that text, wherever it stands. */
export function escaped(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (one) => entities[one]!);
}
