import { stemOf } from "./stem.ts";

const table = (lines: Readonly<Record<string, number>>) =>
  new Map(Object.entries(lines).flatMap(([words, value]) => words.split(" ").map((word) => [word, value] as const)));

/** Seconds of a unit of time, as written or spoken. */
export const secondsOf = table({
  "ns nanosecond nanoseconds nanos": 1e-9,
  "us µs μs microsecond microseconds micros": 1e-6,
  "ms msec msecs milli millis millisec millisecs millisecond milliseconds mills": 1e-3,
  "s sec secs second seconds": 1,
  "m min mins minute minutes": 60,
  "h hr hrs hour hours": 3600,
  "d day days night nights": 86_400,
  "w wk wks week weeks": 604_800,
  "mo month months": 2_629_800,
  "quarter quarters": 7_889_400,
  "y yr yrs year years": 31_557_600,
});

/** Seconds between two times, for adverbs. */
export const everySeconds = table({
  minutely: 60,
  hourly: 3600,
  "daily nightly": 86_400,
  "weekly biweekly": 604_800,
  monthly: 2_629_800,
  quarterly: 7_889_400,
  "yearly annually": 31_557_600,
});

export const bytesOf = table({
  "kb kib kilobyte kilobytes": 1e3,
  "mb mib meg megs megabyte megabytes": 1e6,
  "gb gib gig gigs gigabyte gigabytes": 1e9,
  "tb tib terabyte terabytes": 1e12,
  "pb petabyte petabytes": 1e15,
  "byte bytes": 1,
});

/** Per second, for one of an abbreviated rate. */
export const perSecondOf = table({ "qps rps tps eps ops": 1, "qpm rpm tpm": 1 / 60 });

export const shareOf = table({ "% percent pct percents percentage": 0.01, "bp bps": 1e-4 });
export const dollarsOf = table({
  "dollar dollars usd bucks $": 1,
  "cent cents": 0.01,
  grand: 1000,
  "euro euros eur € £ pounds": 1,
});
export const fractionOf = table({
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  tenth: 0.1,
  hundredth: 0.01,
  thousandth: 0.001,
});

const counted = new Set(
  `user item video product document doc post ad request query queries event message email mail transaction payment
  impression click row example sample record label image photo picture listing order seller merchant customer person
  people engineer reviewer moderator annotator rater model feature candidate replica pod server machine node shard gpu
  cpu core partition tenant team vector embedding dimension dim token word chunk page tree layer epoch trial cluster
  slot result recommendation prediction camera frame car vehicle city country language class category decision account
  card device session parameter param bucket negative positive retry worker instance host file article song track
  movie passage paragraph question case ticket upload call lookup read write key bid auction campaign advertiser
  publisher member viewer driver rider trip creator seed fold week-old report review sku store`
    .split(/\s+/)
    .map(stemOf),
);

/** Whether people count things of this name in a design round. */
export const isCounted = (word: string): boolean => counted.has(stemOf(word));
