import { nearest } from "../../kit/suggest.ts";
import type { SaidQuantity } from "../statement.ts";
import type { Board, BoardArrow, BoardBox, BoxKind } from "./board.ts";
import { kindByName } from "./box-kinds.ts";
import type { Item } from "./item.ts";
import type { DrawnNumber } from "./numbers.ts";

/** More boxes or arrows than this are not taken: nobody reads such a board, and it cannot be drawn. */
export const largestBoard = { boxes: 150, arrows: 400, numbers: 60, lines: 60 };

interface SketchedBox {
  readonly id: string;
  name: string;
  /** Of its name. */
  stem: string;
  kind: BoxKind | undefined;
  readonly numbers: Map<string, DrawnNumber>;
  fallback: string | undefined;
  readonly lines: string[];
  readonly start: number;
  readonly end: number;
}

interface SketchedArrow {
  readonly from: SketchedBox;
  readonly to: SketchedBox;
  readonly kind: BoardArrow["kind"];
  label: string | undefined;
  numbers: readonly DrawnNumber[];
  readonly start: number;
  readonly end: number;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
/** `feature store` and `features`, `training job` and `training`. */
const stem = (name: string): string =>
  plain(name)
    .split(" ")
    .filter((word, at, all) => all.length === 1 || at === 0 || !/^(service|server|jobs?|store)$/.test(word))
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ""))
    .join(" ");

/** Whether words go on behind a known name so that they name something else: `user profile db` where `user` is known. */
function isLongerName(text: string, end: number): boolean {
  const words =
    /^\s+(?!fallback|falls?\b)[^\s\d:,;({[<>=~][^\d:,;({[<>=~]{0,60}/i.exec(text.slice(end, end + 80))?.[0].trim() ??
    "";
  if (
    !/\p{L}{2,}/u.test(words) ||
    /^(p\d|x$|ttl|timeout|hits?|canary|psi|nightly|daily|hourly|weekly|every)/i.test(words)
  )
    return false;
  const kind = kindByName(text.slice(0, end));
  return kind === undefined || kindByName(`${text.slice(0, end)} ${words}`) !== kind;
}

/** A board while its lines are read: boxes by name, arrows by their ends. */
export class Sketch {
  private readonly boxes = new Map<string, SketchedBox>();
  private readonly arrows = new Map<string, SketchedArrow>();
  private made = 0;
  /** Name of the box that was drawn last, for bullets below it. */
  lastBox: string | undefined;

  get names(): string[] {
    return [...this.boxes.values()].map(({ name }) => name);
  }

  get isFull(): boolean {
    return this.boxes.size >= largestBoard.boxes || this.arrows.size >= largestBoard.arrows;
  }

  /** A name that was probably meant, among those that are drawn. */
  nearestTo(name: string): string | undefined {
    return name.length > 24 ? undefined : nearest(name, this.names);
  }

  find(name: string, exactly = false): SketchedBox | undefined {
    const exact = this.boxes.get(plain(name));
    if (exact || exactly) return exact;
    const wanted = stem(name);
    if (wanted === "") return undefined;
    const all = [...this.boxes.values()];
    const same = all.filter((box) => box.stem === wanted);
    return same.length === 1 ? same[0] : this.longer(plain(name), all);
  }

  /** The one box of the same kind whose name begins, else ends, with these words: `ranker` of `ranker DNN`. */
  private longer(words: string, all: readonly SketchedBox[]): SketchedBox | undefined {
    const kind = kindByName(words);
    if (kind === undefined) return undefined;
    for (const fits of [
      (name: string) => name.startsWith(`${words} `),
      (name: string) => name.endsWith(` ${words}`) && !name.startsWith("re "),
    ]) {
      const found = all.filter(({ name }) => fits(plain(name)) && kindByName(name) === kind);
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  /** Length of the longest known name at the beginning of a text, of at most six words. */
  readonly knownPrefix = (text: string): number => {
    const words = [...text.slice(0, 120).matchAll(/[^\s:,;({[]+/g)].slice(0, 6);
    for (let count = words.length; count > 0; count--) {
      const end = words[count - 1]!.index + words[count - 1]![0].length;
      if (this.find(text.slice(0, end)) && !isLongerName(text, end)) return end;
    }
    return 0;
  };

  /** Adds a box, or what is new of it; later numbers replace earlier ones of their kind. */
  put(item: Item, asFallback = false): SketchedBox {
    const box = this.find(item.name, item.isBoxed) ?? this.add(item);
    if (asFallback && !kindByName(item.name)) box.kind ??= "rules";
    if (item.kind) box.kind = item.kind;
    for (const number of item.numbers) {
      if (box.numbers.size >= largestBoard.numbers) break;
      box.numbers.set(number.role || `${number.kind} ${number.kind === "rate" ? "" : number.text}`, number);
    }
    for (const line of item.lines) this.write(box, line);
    return box;
  }

  private add({ name, start, end }: Item): SketchedBox {
    const id = this.idOf(name);
    const box = {
      id,
      name,
      stem: stem(name),
      kind: undefined,
      numbers: new Map(),
      fallback: undefined,
      lines: [],
      start,
      end,
    };
    this.boxes.set(plain(name) || name, box);
    return box;
  }

  private idOf(name: string): string {
    const slug = plain(name).replaceAll(" ", "-") || "box";
    this.made++;
    return [...this.boxes.values()].some(({ id }) => id === slug) ? `${slug}-${this.made}` : slug;
  }

  write(box: SketchedBox, line: string): void {
    if (box.lines.length < largestBoard.lines && !box.lines.includes(line)) box.lines.push(line);
  }

  connect(arrow: SketchedArrow): void {
    const key = [arrow.from.id, arrow.to.id, arrow.kind].join("\n");
    const drawn = this.arrows.get(key);
    if (arrow.kind === "fallback") arrow.from.fallback = arrow.to.name;
    if (!drawn) return void this.arrows.set(key, arrow);
    drawn.label = arrow.label ?? drawn.label;
    drawn.numbers = arrow.numbers.length > 0 ? arrow.numbers : drawn.numbers;
  }

  remove(box: SketchedBox): void {
    this.boxes.delete(plain(box.name) || box.name);
    this.disconnect(({ from, to }) => from === box || to === box);
    for (const other of this.boxes.values()) if (other.fallback === box.name) other.fallback = undefined;
  }

  /** @returns how many arrows were taken away */
  disconnect(which: (arrow: SketchedArrow) => boolean): number {
    const gone = [...this.arrows].filter(([, arrow]) => which(arrow));
    for (const [key, arrow] of gone) {
      this.arrows.delete(key);
      if (arrow.kind === "fallback") arrow.from.fallback = undefined;
    }
    return gone.length;
  }

  rename(box: SketchedBox, name: string): void {
    for (const other of this.boxes.values()) if (other.fallback === box.name) other.fallback = name;
    this.boxes.delete(plain(box.name) || box.name);
    box.name = name;
    box.stem = stem(name);
    this.boxes.set(plain(name) || name, box);
  }

  clear(): void {
    this.boxes.clear();
    this.arrows.clear();
  }

  finished(): Pick<Board, "boxes" | "arrows"> {
    const boxes = [...this.boxes.values()].map(boxOf);
    const kinds = new Map(boxes.map(({ id, kind }) => [id, kind]));
    const arrows = [...this.arrows.values()].map(({ from, to, kind, label, numbers, start, end }) => ({
      from: from.id,
      to: to.id,
      ...(label !== undefined && { label }),
      kind: arrowKind(kind, kinds.get(from.id)!, kinds.get(to.id)!),
      numbers: numbers.map(said),
      start,
      end,
    }));
    return { boxes, arrows };
  }
}

function said(number: DrawnNumber): SaidQuantity {
  const { kind, value, comparison, text, start, end } = number;
  return { kind, value, ...(comparison && { comparison }), text, start, end };
}

function boxOf({ id, name, kind, numbers, fallback, lines, start, end }: SketchedBox): BoardBox {
  const millis = (role: string) => {
    const number = numbers.get(role);
    return number && number.kind === "duration" ? number.value * 1000 : undefined;
  };
  const [p50Millis, p99Millis] = [millis("p50"), millis("p99")];
  const own = kind ?? kindByName(name) ?? kindByName(lines[0] ?? "") ?? (lines.length > 1 ? "note" : "service");
  const times = own === "note" ? undefined : [...numbers.values()].find((number) => number.kind === "multiple");
  const copies = numbers.get("copies")?.value ?? times?.value;
  return {
    id,
    name,
    kind: own,
    numbers: [...numbers.values()].map(said),
    ...(p50Millis !== undefined && { p50Millis }),
    ...(p99Millis !== undefined && { p99Millis }),
    ...(copies !== undefined && copies >= 1 && { replicas: Math.round(copies) }),
    ...(fallback !== undefined && { fallback }),
    lines,
    start,
    end,
  };
}

const offline: ReadonlySet<BoxKind> = new Set([
  "source",
  "stream",
  "batch job",
  "training",
  "registry",
  "monitor",
  "note",
  "store",
]);

/** A plain arrow is a request between parts that answer requests, and data elsewhere. */
function arrowKind(kind: BoardArrow["kind"], from: BoxKind, to: BoxKind): BoardArrow["kind"] {
  if (kind !== "request") return kind;
  if (from === "monitor" && (to === "training" || to === "registry")) return "feedback";
  return offline.has(from) || (offline.has(to) && to !== "store") ? "data" : "request";
}
