/**
 * Holds the simulator against theory on all known systems, and prints what is outside its interval. Exits with 1 when a
 * number is so far outside that chance cannot be the reason. `npm run study:sizing [requests per replication]`
 */
import { seededRandom } from "../src/kit/random.ts";
import { simulate } from "../src/sizing/simulator/simulate.ts";
import { missBy } from "../src/sizing/testing/known-system.ts";
import { knownSystems } from "../src/sizing/testing/known-systems.ts";

const requests = Number(process.argv[2] ?? 100_000);
const replications = 20;
/** A Student interval of 95% with 19 degrees of freedom is 2.09 errors wide on each side, one of 99.99% is 4.90. */
const impossible = 4.9 / 2.09;

const systems = knownSystems();
const misses: { name: string; miss: number; text: string }[] = [];
let numbers = 0;
let events = 0;
for (const [at, { name, network, arrivalsPerSecond, known }] of systems.entries()) {
  const options = { random: seededRandom(`study ${name}`), measureSeconds: requests / arrivalsPerSecond, replications };
  const simulation = simulate(network, options);
  events += simulation.events;
  numbers += known.length;
  for (const fact of known) {
    const miss = missBy(fact, simulation);
    if (miss <= 1) continue;
    const { value, interval } = fact.read(simulation);
    const range = `${short(value)} [${short(interval.low)}, ${short(interval.high)}]`;
    misses.push({ name, miss, text: `${name}: ${fact.what} is ${short(fact.value)}, simulated ${range}` });
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${systems.length}`);
}
if (process.stderr.isTTY) process.stderr.write("\r");

for (const { miss, text } of misses) process.stdout.write(`${miss > impossible ? "WRONG " : "      "}${text}\n`);
const inside = numbers - misses.length;
process.stdout.write(
  `${systems.length} systems, ${numbers} numbers, ${events} events: ${inside} inside their 95% interval (${((100 * inside) / numbers).toFixed(1)}%), ` +
    `${misses.filter(({ miss }) => miss > impossible).length} outside that of 99.99%\n`,
);
if (misses.some(({ miss }) => miss > impossible)) process.exitCode = 1;

function short(value: number): string {
  return String(Number(value.toPrecision(5)));
}
