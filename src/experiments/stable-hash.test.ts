import { describe, expect, it } from "vitest";
import { murmur32, stableShare } from "./stable-hash.ts";

describe("the stable hash", () => {
  // Values of the reference MurmurHash3_x86_32, as published with its ports.
  it.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
    ["aaa", 0x9747b28c, 0x283e0130],
    ["aa", 0x9747b28c, 0x5d211726],
    ["a", 0x9747b28c, 0x7fa09ea6],
    ["ππππππππ", 0x9747b28c, 0xd58063c1],
  ])("gives the published value for %j with seed %i", (text, seed, value) => {
    expect(murmur32(text, seed)).toBe(value);
  });

  it("stays within [0, 1)", () => {
    const shares = Array.from({ length: 10_000 }, (_, i) => stableShare(`unit ${i}`));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThan(1);
  });
});
