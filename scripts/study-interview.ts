/**
 * Plays interview rounds against ten thousand hostile inputs, and prints what was tried, what broke a law of rounds, and
 * the slowest turn. Exits with 1 when anything threw or broke a law. `npm run study:interview [inputs]`
 */
import { bots } from "../src/interview/bots/testing/index.ts";
import { hostileInput } from "../src/interview/bots/testing/hostile.ts";
import { inputsOf, playRound } from "../src/interview/bots/testing/play-round.ts";
import { brokenLaws } from "../src/interview/round/testing/laws.ts";
import { openRound } from "../src/interview/round/round.ts";
import { standardParts } from "../src/interview/round/standard-parts.ts";
import { levels, styles, type RoundRecord, type RoundSetup } from "../src/interview/record.ts";
import { lensNames } from "../src/design/schema/design.ts";
import { seededRandom } from "../src/kit/random.ts";

const wanted = Number(process.argv[2] ?? 10_000);
const perRound = 60;
const parts = standardParts();
const { problems } = parts;
const counts = new Map<string, number>();
const broken: string[] = [];
const slowest = { millis: 0, what: "" };
const average = { millis: 0, turns: 0 };

for (let round = 0; round * perRound < wanted; round++) playHostile(round);
for (const [at, problem] of problems.entries())
  for (const bot of bots) judge(playRound(bot, setupOf(at), parts), bot.name, problem.id);

const list = [...counts].sort(([, a], [, b]) => b - a).map(([oddity, count]) => `${oddity} ${count}`);
print(`${wanted} hostile inputs: ${list.join(", ")}`);
print(`${problems.length * bots.length} rounds of ${bots.length} bots on ${problems.length} problems`);
print(
  `mean turn ${(average.millis / average.turns).toFixed(2)} ms, slowest ${slowest.millis.toFixed(0)} ms (${slowest.what})`,
);
for (const text of broken) print(`BROKEN ${text}`);
if (broken.length > 0) process.exitCode = 1;

function playHostile(at: number): void {
  const random = seededRandom(`hostile ${at}`);
  const round = openRound(setupOf(at), parts);
  for (let turn = 0; turn < perRound; turn++) {
    const { oddity, input } = hostileInput(random, turn * 45);
    counts.set(oddity, (counts.get(oddity) ?? 0) + 1);
    timed(`${input.kind}, ${oddity}`, () => round.take(input));
  }
  round.take({ kind: "end", atSeconds: 2700 });
  judge(round.record(), "hostile", setupOf(at).problem);
}

function setupOf(at: number): RoundSetup {
  return {
    problem: problems[at % problems.length]!.id,
    level: levels[at % levels.length]!,
    lens: lensNames[at % lensNames.length]!,
    minutes: 45,
    style: styles[at % styles.length]!,
    seed: `study ${at}`,
  };
}

function timed(what: string, act: () => unknown): void {
  const before = process.hrtime.bigint();
  act();
  const millis = Number(process.hrtime.bigint() - before) / 1e6;
  average.millis += millis;
  average.turns++;
  if (millis > slowest.millis) Object.assign(slowest, { millis, what });
}

function judge(record: RoundRecord, who: string, problem: string): void {
  const laws = brokenLaws(
    record,
    problems.find(({ id }) => id === problem),
  );
  broken.push(...laws.map((law) => `${who} on ${problem}: ${law.slice(0, 200)}`));
  const again = openRound(record.setup, parts);
  for (const input of inputsOf(record)) again.take(input);
  if (JSON.stringify(again.record()) !== JSON.stringify(record))
    broken.push(`${who} on ${problem}: not the same again`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
