/** Finished HTML. Only `html` makes it, so text becomes markup in one place, escaped. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | undefined | null | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * HTML from a template; every text put into it is escaped, so that no design name can become a tag.
 * Attributes must be quoted.
 *
 * @example html`<b title="${'"'}">${"<i>"}</b>`.markup // => '<b title="&quot;">&lt;i&gt;</b>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, i) => text + (i < parts.length ? partText(parts[i]) : "")).join("") };
}

function partText(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  if ("markup" in part) return part.markup;
  return part.map(partText).join("");
}

/** Text that is safe between tags and in quoted attributes; characters that turn the reading direction are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** A link to a file beside the report; a scheme, a host or a way out of the folder cannot survive it. */
export function fileHref(path: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== "." && step !== "..");
  return `./${steps.map(encodeURIComponent).join("/")}`;
}
