import { figure, type Figure, type Source } from "./figure.ts";

/** A number that the document does not give, by its name; a person can look at it, doubt it and replace it. */
export interface Assumption {
  readonly name: string;
  readonly figure: Figure;
}

export interface AssumedValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Why this value and not another. */
  readonly why: string;
  /** `catalogue` where the value belongs to a kind of thing and is looked up, not guessed; `assumed` when absent. */
  readonly kind?: "catalogue" | "assumed";
}

/** What is taken for granted while a design is sized. The same name gives the same number, and is listed once. */
export class AssumptionBook {
  readonly used = new Map<string, Assumption>();
  private readonly fixed: Readonly<Record<string, number>>;

  /** @param fixed  name → value that replaces the assumed one, its range included */
  constructor(fixed: Readonly<Record<string, number>> = {}) {
    this.fixed = fixed;
  }

  take(name: string, { value, low, high, unit, why, kind = "assumed" }: AssumedValue): Figure {
    const known = this.used.get(name);
    if (known) return known.figure;
    const set = this.fixed[name];
    const source: Source = { kind, what: `${name}: ${why}` };
    const taken = set === undefined ? figure(value, unit, source, { low, high }) : figure(set, unit, source);
    this.used.set(name, { name, figure: taken });
    return taken;
  }

  /** A number that the document does give, and that may be off by a part of itself: 1 as written. */
  doubt(name: string, part: number): number {
    this.doubts.set(name, part);
    return this.fixed[name] ?? 1;
  }

  /** Names of stated numbers that were doubted, and by what part. */
  readonly doubts = new Map<string, number>();
}
