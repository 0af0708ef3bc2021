import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claims } from "../design/claims.ts";
import { parseDesign } from "../design/parse.ts";
import { requestsToOffer } from "./load-size.ts";

const text = readFileSync(new URL("../../examples/grocery/grocery.design.yaml", import.meta.url), "utf8");
const claimsOf = (document: string) => claims(parseDesign(document, "grocery.design.yaml").document!);

describe("requestsToOffer", () => {
  it("offers a p99 a hundred samples beyond it, and some more for the chance in arrivals", () => {
    expect(requestsToOffer(claimsOf(text), "peak", 200)).toBe(10_400);
  });

  it("follows the percentile that is asked for, the error rate and the exploration share", () => {
    const p90 = text.replace("latency p99", "latency p90").replaceAll(/, p99: \d+ms/g, "");
    const alone = claimsOf(p90).filter(({ id }) => id.startsWith("guardrail.latency"));
    expect(requestsToOffer(alone, "peak", 20)).toBe(Math.ceil(1000 + 4 * Math.sqrt(1000)));
    const rare = claimsOf(p90).filter(({ kind }) => kind === "error-rate");
    expect(requestsToOffer(rare, "peak", 20)).toBe(Math.ceil(6000 + 4 * Math.sqrt(6000)));
    const explored = claimsOf(p90).filter(({ kind }) => kind === "exploration-share");
    expect(requestsToOffer(explored, "peak", 20)).toBeGreaterThan(7000);
  });

  it("is never shorter than a quarter of a minute nor longer than ten, whatever is asked", () => {
    expect(requestsToOffer([], "average", 60)).toBe(900);
    expect(requestsToOffer(claimsOf(text), "peak", 1)).toBe(600);
  });
});
