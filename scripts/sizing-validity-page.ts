/**
 * The tables of `docs/sizing/validity.md`, closed forms beside the event simulator. `node
 * scripts/sizing-validity-page.ts` writes them between the marks of the page; it takes about a minute.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDesign } from "../src/design/parse.ts";
import { seededRandom } from "../src/kit/random.ts";
import { exampleNames, exampleText } from "../src/operations/files/examples.ts";
import { answerPath } from "../src/sizing/sized/response.ts";
import { evaluate, figure, Sheet, simulatePath } from "../src/sizing/sized/index.ts";
import { capacityTimes } from "../src/sizing/sized/limits.ts";
import type { SizedPath } from "../src/sizing/sized/stations.ts";

const guess = { kind: "assumed", what: "study" } as const;

/** One station of lognormal work whose p99 is `spread` times its median, as a path. */
export function stationPath(servers: number, spread: number, shards = 1): SizedPath {
  const distribution = { kind: "lognormal", p50Seconds: 0.01, p99Seconds: 0.01 * spread } as const;
  const seconds = figure(0.01, "s", guess);
  const rate = figure(1, "/s", guess);
  const time = {
    p50Seconds: seconds,
    p99Seconds: figure(0.01 * spread, "s", guess),
    meanSeconds: seconds,
    distribution,
  };
  const station = {
    name: "one",
    step: 0,
    time,
    servers,
    shards,
    otherWork: 0,
    resource: "one",
    pool: undefined,
    replicas: undefined,
  };
  return {
    traffic: { average: rate, peak: rate },
    hits: undefined,
    stations: [station],
    pools: [],
    targetUtilisation: figure(0.6, "share", guess),
    arrivalVariation: 1,
  };
}

export interface Ratio {
  /** Closed form over simulated. */
  readonly p50: number;
  readonly p99: number;
}

/** Closed form over simulator for a path at a share of its capacity. */
export function ratioAt(path: SizedPath, share: number, requests: number, seed: string): Ratio {
  const one = answerPath(path, 1).stations;
  const perSecond = share / Math.max(...one.map(({ utilisation }) => utilisation));
  const { responseSeconds } = simulatePath(path, perSecond, { random: seededRandom(seed), requests }).flows[0]!;
  const { p50, p99 } = answerPath(path, perSecond).wholeSeconds!;
  return { p50: p50 / responseSeconds.p50.value, p99: p99 / responseSeconds.p99.value };
}

const loads = [0.5, 0.7, 0.8, 0.9, 0.95];
const requests = 100_000;

function stationRows(): string[] {
  const cases = [1, 2, 4, 16, 64].flatMap((servers) => [3, 10].map((spread) => ({ servers, spread, shards: 1 })));
  cases.push({ servers: 4, spread: 3, shards: 4 }, { servers: 4, spread: 3, shards: 16 });
  return cases.map(({ servers, spread, shards }) => {
    const cells = loads.map((share) =>
      text(ratioAt(stationPath(servers, spread, shards), share, requests, `${servers} ${spread} ${share}`)),
    );
    return `| ${servers}${shards > 1 ? ` in each of ${shards} shards` : ""} | ${spread} | ${cells.join(" | ")} |`;
  });
}

function exampleRows(): string[] {
  return exampleNames().flatMap((name) => {
    const evaluation = evaluate(new Sheet(parseDesign(exampleText(name), name).document!));
    if (!evaluation.path || capacityTimes(evaluation) === Infinity) return [];
    const cells = loads
      .slice(0, -1)
      .map((share) => text(ratioAt(evaluation.path!, share, requests, `${name} ${share}`)));
    return [`| ${name} | ${cells.join(" | ")} |`];
  });
}

const text = ({ p50, p99 }: Ratio): string => `${p50.toFixed(2)}, ${p99.toFixed(2)}`;
const head = (first: readonly string[], shares: readonly number[]): string[] => {
  const columns = [...first, ...shares.map((share) => `${Math.round(share * 100)}%`)];
  return [`| ${columns.join(" | ")} |`, `|${columns.map(() => "---").join("|")}|`];
};

function between(page: string, mark: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
  const from = page.indexOf(start) + start.length;
  return `${page.slice(0, from)}\n\n${lines.join("\n")}\n\n${page.slice(page.indexOf(end))}`;
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, "../docs/sizing/validity.md");
  const stations = [...head(["places", "p99 over p50 of the work"], loads), ...stationRows()];
  const examples = [...head(["design"], loads.slice(0, -1)), ...exampleRows()];
  const page = between(readFileSync(file, "utf8"), "stations", stations);
  writeFileSync(file, between(page, "examples", examples));
}
