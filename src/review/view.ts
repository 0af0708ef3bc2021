import type { Claim } from "../design/claims.ts";
import { claims } from "../design/claims.ts";
import type { Design, DesignDocument } from "../design/design.ts";
import { readPath } from "../design/edit/read-path.ts";
import { valueAt } from "../design/edit/plain-value.ts";
import { plainDesign, type Plain } from "../design/plain.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import type { Span } from "../design/yaml-source.ts";
import { graphOf, type Graph } from "./graph.ts";
import type { Where } from "./rule.ts";
import type { LifeStage } from "./severity.ts";
import { saidBy, speaksOf } from "./words.ts";

/** What stands at a path: a value, an answer that is no value, or nothing at all. */
export type State = "settled" | "unknown" | "none" | "later" | "missing";

/** What rules ask of a design. Nothing here reads prose, headings, comments or the list of what is out of scope. */
export interface View {
  readonly design: Design;
  readonly life: LifeStage;
  /** The design as plain data, in the words of the document. */
  readonly plain: { readonly [key: string]: Plain };
  /** Objectives, metrics, watchers, features, steps, and what leads from one to the other. */
  readonly graph: Graph;
  readonly claims: readonly Claim[];
  /** `none: why` and `later: when` of a parent hold for everything below it. */
  state(at: Where): State;
  /** Nothing is said here, or only that it is unknown: a placeholder or an untouched prompt is nothing. */
  missing(at: Where): boolean;
  /** A value is there, or somebody wrote why not, or when. */
  decided(at: Where): boolean;
  /** The text at a path as a person meant it; `undefined` for placeholders and struck words. */
  says(at: Where): string | undefined;
  /** The value as it was written, for messages; empty where there is none. */
  written(at: Where): string;
  /** Those of the paths whose text, or a text below them, speaks of something and does not deny it. */
  speaking(what: RegExp, ...at: Where[]): string[];
  /** Where something stands; where it is missing, the first line of the nearest parent. */
  place(at: Where): Span;
}

/** @param life  in place of the stage that the design gives for itself */
export function viewOf(document: DesignDocument, life: LifeStage = document.design.stage ?? "prototype"): View {
  const { design } = document;
  const kept: { plain?: View["plain"]; graph?: Graph; claims?: Claim[] } = {};
  const path = (at: Where): Path => (typeof at === "string" ? readPath(at) : at);
  const valueOf = (at: Where): unknown => valueAt(design, path(at));
  const view: View = {
    design,
    life,
    get plain() {
      return (kept.plain ??= plainDesign(design));
    },
    get graph() {
      return (kept.graph ??= graphOf(design));
    },
    get claims() {
      return (kept.claims ??= claims(document));
    },
    state: (at) => stateAt(document, path(at)),
    missing: (at) => ["missing", "unknown"].includes(stateAt(document, path(at))),
    decided: (at) => !view.missing(at),
    says: (at) => saidBy(valueOf(at)),
    written: (at) => writtenText(valueOf(at)),
    speaking: (what, ...places) =>
      places.flatMap((at) =>
        textsBelow(valueOf(at), path(at)).flatMap((one) => (speaksOf(one.text, what) ? [pathText(one.path)] : [])),
      ),
    place: (at) => placeAt(document, path(at)),
  };
  return view;
}

function stateAt(document: DesignDocument, path: Path): State {
  for (let length = 1; length <= path.length; length++) {
    const open = document.design.unsettled[pathText(document.writtenPath(path.slice(0, length)))];
    if (open) return open.kind;
  }
  if (isSaid(valueAt(document.design, path))) return "settled";
  return openItem(document, path) ?? "missing";
}

/** A list whose only items are open is as open as they are. */
function openItem({ design, writtenPath }: DesignDocument, path: Path): State | undefined {
  const list = `${pathText(writtenPath(path))}[`;
  const item = Object.keys(design.unsettled).find(
    (one) => one.startsWith(list) && /^\d+\]$/.test(one.slice(list.length)),
  );
  return item === undefined ? undefined : design.unsettled[item]!.kind;
}

/** An empty list or group, and a text that is only a placeholder, say nothing. */
function isSaid(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return saidBy(value) !== undefined;
  return typeof value !== "object" || Object.values(value).some((inner) => inner !== undefined);
}

/** Prose that no rule may take for a decision. */
const prose: ReadonlySet<string> = new Set(["notes", "outOfScope", "decisions", "because", "title", "about"]);

function textsBelow(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (value === null || typeof value !== "object") return [];
  if ("text" in value && typeof value.text === "string") return [{ path, text: value.text }];
  return Object.entries(value)
    .filter(([key]) => !prose.has(key))
    .flatMap(([key, inner]) => textsBelow(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function writtenText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(writtenText).join(", ");
  if (typeof value !== "object") return String(value as string | number | boolean);
  return "text" in value ? String(value.text) : JSON.stringify(value);
}

function placeAt(document: DesignDocument, path: Path): Span {
  const span = document.spanOf(path);
  const open = pathText(document.writtenPath(path)) in document.design.unsettled;
  if (open || valueAt(document.design, path) !== undefined) return span;
  const { endLine: _, endColumn: __, ...start } = span;
  return start;
}
