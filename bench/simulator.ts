import { seededRandom } from "../src/kit/random.ts";
import { mmc } from "../src/sizing/queueing/mmc.ts";
import type { Network } from "../src/sizing/simulator/network.ts";
import { simulate } from "../src/sizing/simulator/simulate.ts";
import { type BenchRow, benchRow, benchTable, isMain } from "./bench-row.ts";
import { withPython } from "./python.ts";

/** M/M/10 at 90% load. */
const queue = { arrivalsPerSecond: 180, serviceSeconds: 0.05, servers: 10 };
const network: Network = {
  stations: [
    { name: "station", servers: queue.servers, service: { kind: "exponential", meanSeconds: queue.serviceSeconds } },
  ],
  flows: [
    {
      name: "requests",
      arrivals: { kind: "poisson", perSecond: queue.arrivalsPerSecond },
      steps: [{ station: "station" }],
    },
  ],
};

interface Outcome {
  /** Arrivals and departures, per second of processor time: others may be busy on the machine. */
  readonly eventsPerSecond: number;
  readonly meanWaitSeconds: number;
}

const simpyScript = `
import sys, json, time, random
import simpy
facts = json.loads(sys.argv[1])
rng, waits = random.Random(1), []
env = simpy.Environment()
station = simpy.Resource(env, capacity=facts["servers"])
def customer():
    start = env.now
    with station.request() as turn:
        yield turn
        waits.append(env.now - start)
        yield env.timeout(rng.expovariate(1 / facts["serviceSeconds"]))
def source():
    while True:
        yield env.timeout(rng.expovariate(facts["arrivalsPerSecond"]))
        env.process(customer())
env.process(source())
begin = time.process_time()
env.run(until=facts["seconds"])
elapsed = time.process_time() - begin
print(json.dumps({"eventsPerSecond": 2 * len(waits) / elapsed, "meanWaitSeconds": sum(waits) / len(waits)}))
`;

const ciwScript = `
import sys, json, time
import ciw
facts = json.loads(sys.argv[1])
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(rate=facts["arrivalsPerSecond"])],
    service_distributions=[ciw.dists.Exponential(rate=1 / facts["serviceSeconds"])],
    number_of_servers=[facts["servers"]])
ciw.seed(1)
simulation = ciw.Simulation(network)
begin = time.process_time()
simulation.simulate_until_max_time(facts["seconds"])
elapsed = time.process_time() - begin
waits = [record.waiting_time for record in simulation.get_all_records()]
print(json.dumps({"eventsPerSecond": 2 * len(waits) / elapsed, "meanWaitSeconds": sum(waits) / len(waits)}))
`;

/** Events per second of our simulator beside SimPy and Ciw on the same queue, each on one thread. */
export async function run(): Promise<BenchRow[]> {
  const peers = [
    { peerName: "SimPy", script: simpyScript, seconds: 1000 },
    { peerName: "Ciw", script: ciwScript, seconds: 200 },
  ];
  const rows: BenchRow[] = [];
  for (const { peerName, script, seconds } of peers) {
    const said = await withPython(["simpy", "ciw"], script, [JSON.stringify({ ...queue, seconds })]);
    if (said === undefined) continue;
    rows.push(row(peerName, measureOurs(), JSON.parse(said) as Outcome));
  }
  return rows;
}

function row(peerName: string, ours: Outcome, peer: Outcome): BenchRow {
  const millis = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;
  return benchRow({
    what: `simulating M/M/10 at 90%, beside ${peerName}`,
    ours: ours.eventsPerSecond,
    peer: peer.eventsPerSecond,
    unit: "events/CPU s",
    better: "higher",
    peerName,
    note:
      `mean wait ${millis(ours.meanWaitSeconds)}, ${peerName} ${millis(peer.meanWaitSeconds)} (a shorter run), ` +
      `theory ${millis(mmc(queue).meanWaitSeconds)}; ours also counts percentiles and utilisation`,
  });
}

/** Median of five runs. */
function measureOurs(): Outcome {
  const outcomes = [1, 2, 3, 4, 5].map((seed) => measureOnce(`bench/simulator ${seed}`));
  return outcomes.sort((a, b) => a.eventsPerSecond - b.eventsPerSecond)[2]!;
}

function measureOnce(seed: string): Outcome {
  const start = process.cpuUsage();
  const { events, stations } = simulate(network, { random: seededRandom(seed), measureSeconds: 1000 });
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  return { eventsPerSecond: events / seconds, meanWaitSeconds: stations[0]!.waitSeconds.mean.value };
}

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
