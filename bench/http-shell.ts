import { systemClock } from "../src/kit/clock.ts";
import { startHttp } from "../src/serving/http.ts";
import { servingMetrics } from "../src/serving/metrics.ts";

/** Our server around a handler that has ten items at hand: validation, limits and metrics, but no ranking. */
const items = Array.from({ length: 10 }, (_, i) => ({ product: String(1_000_000 + i), position: i + 1 }));
const server = await startHttp({
  port: 0,
  host: "127.0.0.1",
  clock: systemClock,
  metrics: servingMetrics(),
  keys: { entities: ["household"], defaultCount: 10, maxCount: 100, sources: {} },
  handlers: {
    recommend: async () => ({ items, versions: { model: "none" } }),
    appendEvents: async () => [],
    health: () => ({ status: "ready", reasons: [], versions: {}, asOfMillis: 0 }),
    report: (error) => void process.stderr.write(`${String(error)}\n`),
  },
});
process.send!(Number(new URL(server.url).port));
process.on("disconnect", () => process.exit(0));
