import { Problem } from "../../kit/problem.ts";
import type { LoadFacts } from "./offer-load.ts";

/** No load goes beyond these, whatever a design says. */
export const LOAD_LIMITS = { requests: 2_000_000, seconds: 3600, timeoutMillis: 60_000, inFlight: 8_000 } as const;

/**
 * Refuses a load that is aimed at another machine, has no end, or is not a load.
 *
 * @throws {Problem} `verify/load-not-loopback`, `verify/load-out-of-bounds`
 */
export function checkLoad(facts: LoadFacts): void {
  checkTarget(facts.url);
  const { perSecond, seconds, requests, warmUpSeconds, timeoutMillis } = facts;
  const judged = seconds === undefined ? requests! : seconds * perSecond;
  checkRange("load per second", perSecond, 1e-3, LOAD_LIMITS.requests);
  checkRange("warm-up in seconds", warmUpSeconds, 0, LOAD_LIMITS.seconds);
  checkRange("timeout in milliseconds", timeoutMillis, 1, LOAD_LIMITS.timeoutMillis);
  checkRange("number of requests", judged + warmUpSeconds * perSecond, 1, LOAD_LIMITS.requests);
  checkRange("length in seconds", judged / perSecond + warmUpSeconds, 0, LOAD_LIMITS.seconds);
  checkRange("number of bodies", facts.bodies.length, 1, LOAD_LIMITS.requests);
}

/** Only this machine may be loaded: a mistyped host must never turn a measurement into an attack. */
function checkTarget(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const host = parsed?.hostname ?? "";
  const loopback = /^127(\.\d{1,3}){3}$/.test(host) || host === "[::1]" || host === "localhost";
  if (parsed?.protocol === "http:" && loopback) return;
  throw new Problem({
    code: "verify/load-not-loopback",
    found: `The load is aimed at \`${url}\`, which is not a server on this machine.`,
    fix: "load a server on this machine, such as `http://127.0.0.1:8080`",
  });
}

function checkRange(what: string, value: number, low: number, high: number): void {
  if (value >= low && value <= high) return;
  throw new Problem({
    code: "verify/load-out-of-bounds",
    found: `The ${what} of the load is ${value}.`,
    fix: `keep it between ${low} and ${high.toLocaleString("en")}`,
  });
}
