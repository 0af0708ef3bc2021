import type { Design, DesignDocument } from "../../design/design.ts";
import { pathText, type Path } from "../../design/unsettled.ts";
import { priceBook, type PriceBook } from "../price-book.ts";
import { AssumptionBook, type AssumedValue } from "./assumptions.ts";
import type { Calibration } from "./calibration.ts";
import { derived, figure, type Figure } from "./figure.ts";

export interface SizeOptions {
  readonly prices?: PriceBook;
  /** Replaces what the design says of the steps that it names. */
  readonly calibration?: Calibration;
  /**
   * The design that machines were planned by, where another one is asked about: its stated utilisations hold at its own
   * peak, with its own copies.
   */
  readonly planned?: Pick<DesignDocument, "design" | "placeOf">;
  /** A further multiple of the stated load to size at. */
  readonly times?: number;
  /** Name of an assumption → the value to take instead. */
  readonly assume?: Readonly<Record<string, number>>;
}

/** Something that cannot be worked out, and what the document would have to say. */
export interface Unsized {
  readonly what: string;
  readonly needs: string;
}

/** The sheet that a design is sized on: reads the document, and keeps what was assumed and what cannot be said. */
export class Sheet {
  readonly design: Design;
  readonly prices: PriceBook;
  readonly calibration: Calibration | undefined;
  readonly book: AssumptionBook;
  /** The sheet of the design that machines were planned by. */
  readonly planned: Sheet | undefined;
  private readonly gaps = new Map<string, Unsized>();
  private readonly placeOf: DesignDocument["placeOf"];

  constructor({ design, placeOf }: Pick<DesignDocument, "design" | "placeOf">, options: SizeOptions = {}) {
    this.design = design;
    this.placeOf = placeOf;
    this.prices = options.prices ?? priceBook;
    this.calibration = options.calibration;
    this.book = new AssumptionBook(options.assume);
    this.planned = options.planned && new Sheet(options.planned, { prices: this.prices });
  }

  /** A number of the document, with the words and the line that it stands in. */
  stated(path: Path, value: number, unit: string): Figure {
    const { line } = this.placeOf(path);
    const what = this.words(path) ?? String(value);
    return figure(value, unit, { kind: "stated", what, path: pathText(path), ...(line !== undefined && { line }) });
  }

  /** A stated number that people are often wrong about: its range is ± a part, and the tornado moves it. */
  doubted(name: string, part: number, stated: Figure): Figure {
    const factor = this.book.doubt(name, part);
    return derived(stated.unit, [stated], (value) => value * factor);
  }

  assume(name: string, value: AssumedValue): Figure {
    return this.book.take(name, value);
  }

  price(name: keyof PriceBook): Figure {
    const { unit, lowUsd: low, baseUsd: value, highUsd: high, source, asOf } = this.prices[name];
    const words = `${name} per ${unit}, ${source} (${asOf})`;
    if (source === "the design" || source === "--price")
      return figure(value, `$/${unit}`, { kind: "stated", what: words }, { low, high });
    const level = this.book.doubt("prices", 1);
    const at = level === 1 ? value : level < 1 ? low : high;
    return figure(at, `$/${unit}`, { kind: "catalogue", what: words }, { low, high });
  }

  /** Notes what is missing, once. */
  lacks(what: string, needs: string): undefined {
    this.gaps.set(what, { what, needs });
    return undefined;
  }

  get unsized(): Unsized[] {
    return [...this.gaps.values()];
  }

  private words(path: Path): string | undefined {
    let node: unknown = this.design;
    for (const part of path) node = (node as Record<string | number, unknown> | undefined)?.[part];
    if (typeof node === "object" && node !== null && "text" in node) return String(node.text);
    return node === undefined || typeof node === "object" ? undefined : String(node);
  }
}
