import type { Design } from "../../design/design.ts";
import { answerHits } from "./answer-hits.ts";
import { derived, type Figure } from "./figure.ts";
import { readMachine, type MachineParts } from "./machines.ts";
import type { Sheet } from "./sheet.ts";
import { trafficOf } from "./traffic.ts";

/** One line of `serving.hardware`: equal machines that do something together. */
export interface Pool {
  readonly at: number;
  readonly name: string;
  readonly parts: MachineParts;
  readonly replicas: Figure;
  /** Share of its capacity that the stated peak uses, where the design says it. */
  readonly utilisation: Figure | undefined;
  /** Names of the steps that run on it. */
  readonly steps: readonly string[];
  readonly role: "path" | "store" | "stream" | "offline" | "service";
}

type HardwareLine = NonNullable<NonNullable<Design["serving"]>["hardware"]>[number];
type PathStep = NonNullable<NonNullable<Design["serving"]>["path"]>[number];

/** The machines of a design, and which steps run on which. */
export function poolsOf(sheet: Sheet): Pool[] {
  const { hardware = [], path = [], scaling } = sheet.design.serving ?? {};
  const owner = ownersOf(hardware, path);
  return hardware.map((line, at) => {
    const steps = path.filter((_, step) => owner[step] === at).map(({ step }) => step);
    const role = steps.length > 0 ? "path" : roleOf(line.for);
    const pool = {
      at,
      name: line.for,
      parts: partsOf(sheet, line),
      replicas: replicasOf(sheet, line, at, scaling?.least),
      steps,
      role,
    } as const;
    return { ...pool, utilisation: utilisationOf(sheet, pool, line) };
  });
}

/**
 * As stated at the stated peak. Where the design is asked about as another than the one it was planned as, the machines
 * are what they were: their utilisation moves with the load, and against their number.
 */
function utilisationOf(
  sheet: Sheet,
  pool: Omit<Pool, "utilisation">,
  { utilisation }: HardwareLine,
): Figure | undefined {
  if (!utilisation) return undefined;
  const stated = sheet.stated(["serving", "hardware", pool.at, "utilisation"], utilisation.share, "share");
  const was = sheet.planned && poolsOf(sheet.planned).find(({ name }) => name === pool.name);
  if (!was?.utilisation || was.utilisation.value !== utilisation.share) return stated;
  const load = visitsOf(sheet, pool.role) / visitsOf(sheet.planned!, pool.role);
  const machines = ({ parts, replicas }: Omit<Pool, "utilisation">) =>
    (parts.accelerators || parts.vcpus) * replicas.value;
  const factor = (load * machines(was)) / machines(pool);
  return Number.isFinite(factor) ? derived("share", [stated], (share) => share * factor) : stated;
}

function visitsOf(sheet: Sheet, role: Pool["role"]): number {
  const hits = role === "path" ? (answerHits(sheet)?.value ?? 0) : 0;
  return (trafficOf(sheet)?.peak.value ?? NaN) * (1 - hits);
}

function partsOf(sheet: Sheet, { for: name, on }: HardwareLine): MachineParts {
  const read = readMachine(on);
  if (read) return read;
  const vcpus = sheet.assume(`vCPUs of ${name}`, {
    value: 4,
    low: 2,
    high: 8,
    unit: "vCPU",
    why: `\`${on}\` does not say vCPUs or accelerators`,
  });
  return { vcpus: vcpus.value, memoryGib: 0, accelerators: 0, acceleratorGib: 0 };
}

function replicasOf(
  sheet: Sheet,
  { for: name, replicas }: HardwareLine,
  at: number,
  least: number | undefined,
): Figure {
  if (replicas !== undefined) return sheet.stated(["serving", "hardware", at, "replicas"], replicas, "copies");
  if (least !== undefined) return sheet.stated(["serving", "scaling", "least"], least, "copies");
  return sheet.assume(`copies of ${name}`, { value: 2, low: 2, high: 2, unit: "copies", why: "so that one may fail" });
}

/** For each step the line of hardware that it runs on; −1 for none. */
function ownersOf(hardware: readonly HardwareLine[], path: readonly PathStep[]): number[] {
  const main = mainLine(hardware);
  return path.map((step) => {
    const likeness = hardware.map((line) => likenessOf(line, step));
    const best = Math.max(0, ...likeness);
    return best > 0 ? likeness.indexOf(best) : main;
  });
}

/** The words of a step's name count twice those of what it uses; whole names most. */
function likenessOf({ for: name }: HardwareLine, { step, uses = "" }: PathStep): number {
  if (name === step || name === uses) return 100;
  if (roleOf(name) === "stream" || roleOf(name) === "offline") return 0;
  const words = wordsOf(name);
  const shared = (text: string) => wordsOf(text).filter((word) => words.some((other) => alike(word, other))).length;
  return 2 * shared(step) + 3 * shared(uses);
}

/** Where steps run that nothing else names: a gateway or application, else the machines with the most vCPUs. */
function mainLine(hardware: readonly HardwareLine[]): number {
  const fit = hardware.map(({ for: name, on, replicas = 1 }, at) => {
    const cpus = (readMachine(on)?.vcpus ?? 0) * replicas;
    const fits = ["path", "service"].includes(roleOf(name)) && !/index|cache/i.test(name);
    return { at, fits, front: /gateway|server|application|service|api\b/i.test(name), cpus };
  });
  const [best] = fit.filter(({ fits }) => fits).sort((a, b) => Number(b.front) - Number(a.front) || b.cpus - a.cpus);
  return best?.at ?? -1;
}

function roleOf(name: string): Pool["role"] {
  if (/train|night|batch|simulat/i.test(name)) return "offline";
  if (/stream|fan-?out|queue|ingest/i.test(name)) return "stream";
  return /store|cache|database/i.test(name) ? "store" : "service";
}

const idle = new Set(["and", "the", "each", "region", "with", "for", "store", "models", "model", "service", "server"]);
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !idle.has(word));

/** `rank` and `ranker`, `score` and `scoring`, `features` and `feature`. */
function alike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4) return short === long;
  return long.startsWith(short.slice(0, Math.max(4, short.length - 1)));
}
