import { describe, expect, it } from "vitest";
import { claimKinds } from "../src/design/claims.ts";
import { untestedKinds } from "../src/verify/probe.ts";
import { probes } from "../src/verify/probes/index.ts";

describe("every kind of claim", () => {
  it.each(claimKinds)("has one probe, or a reason why there is none: %s", (kind) => {
    const measuring = probes.filter(({ kinds }) => kinds.includes(kind)).map(({ name }) => name);
    const reason = untestedKinds[kind];
    expect(measuring.length + (reason ? 1 : 0), `${measuring.join(", ")} ${reason ?? ""}`).toBe(1);
  });

  it("is one that a design can claim: no probe and no reason names another", () => {
    const named = [...probes.flatMap(({ kinds }) => kinds), ...Object.keys(untestedKinds)];
    expect(named.filter((kind) => !(claimKinds as readonly string[]).includes(kind))).toEqual([]);
  });
});
