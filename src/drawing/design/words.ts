import { cleanText } from "../text/clean.ts";

/** Words of the field that are written in their own way. */
const spellings: Readonly<Record<string, string>> = {
  als: "ALS",
  api: "API",
  bm25: "BM25",
  cnn: "CNN",
  cpu: "CPU",
  dnn: "DNN",
  ftrl: "FTRL",
  gbdt: "GBDT",
  gnn: "GNN",
  gpu: "GPU",
  hnsw: "HNSW",
  ip: "IP",
  js: "JS",
  kl: "KL",
  ks: "KS",
  llm: "LLM",
  mmd: "MMD",
  psi: "PSI",
  url: "URL",
};

/** `first_touch` → `First touch`, `errorRate` → `Error rate`, `als` → `ALS`. */
export function title(name: string): string {
  const words = cleanText(name)
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
    .split(" ")
    .filter((word) => word !== "");
  const spelt = words.map((word) => spellings[word] ?? word).join(" ");
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

/**
 * A phrase cut at a natural place, so that a card need not break it off.
 *
 * @param most  characters that fit
 */
export function brief(text: string, most: number): string {
  const whole = cleanText(text).replaceAll(/\s+/g, " ").trim();
  if (whole.length <= most) return whole;
  const clause = /^(.*?)(?:[,;:(]| which | that | from | for | with | per | and then | so that )/u
    .exec(whole)?.[1]
    ?.trim();
  if (clause && clause.length >= 5 && clause.length <= most) return clause;
  const words = whole.slice(0, most).split(" ").slice(0, -1);
  while (words.length > 1 && smallWords.has(words.at(-1)!.toLowerCase())) words.pop();
  return words.join(" ").replace(/[,;:(]+$/u, "") || whole.slice(0, most);
}

const smallWords = new Set(
  "a an and as at by each for from in into is it its of on one or that the their to with".split(" "),
);

const unitWords: Readonly<Record<string, string>> = { m: "min" };

/** `15ms` → `15 ms`, `1m` → `1 min`, `2h` → `2 h`. */
export function spaced(text: string): string {
  const match = /^([\d.]+)\s*(ns|us|µs|ms|s|min|m|h|d|w|y)$/u.exec(text.trim());
  return match ? `${match[1]} ${unitWords[match[2]!] ?? match[2]}` : text.trim();
}

/** `>= 0.30` → `≥ 0.30`. */
export const signs = (text: string): string => text.replace(">=", "≥").replace("<=", "≤");

/** `2 checks`, `1 check`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `1.3M`, `53k`, `0.4`: at most three digits that matter. */
export function short(value: number): string {
  const [scale, sign] =
    value >= 1e12
      ? [1e12, "T"]
      : value >= 1e9
        ? [1e9, "B"]
        : value >= 1e6
          ? [1e6, "M"]
          : value >= 1e3
            ? [1e3, "k"]
            : [1, ""];
  return `${Number((value / scale).toPrecision(value >= 1e3 ? 2 : 2))}${sign}`;
}

/** `72 GB`. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${Number((bytes / 1000 ** at).toPrecision(2))} ${units[at]}`;
}

/** `20/s`, `11k/d`, `3/min`: the largest unit of time in which the rate is at least one, a second first. */
export function rateText(perSecond: number): string {
  const [seconds, unit] = perSecond >= 1 ? [1, "s"] : perSecond >= 1 / 60 ? [60, "min"] : [86_400, "d"];
  return `${short(perSecond * seconds)}/${unit}`;
}
