import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { rowsByUser } from "./interactions.ts";
import { createTypeScriptWorkspace, createWasmWorkspace, type Workspace } from "./workspace.ts";

const userCount = 70;
const itemCount = 45;

/** Users with none, one, a few and many items, so that groups of four and their remainders both occur. */
function unevenRows(seed: number) {
  const random = seededRandom(seed);
  const userIndex = Int32Array.from({ length: 600 }, () => Math.floor(random.next() ** 2 * userCount));
  const itemIndex = userIndex.map(() => random.int(itemCount));
  return rowsByUser({ userCount, itemCount, userIndex, itemIndex, value: new Float32Array(600).fill(2.5) });
}

function start(workspace: Workspace, factors: number): Workspace {
  const random = seededRandom("start");
  workspace.items.forEach((_, i) => {
    if (i % workspace.stride < factors) workspace.items[i] = random.normal();
  });
  return workspace;
}

describe("the WebAssembly sweep", () => {
  it.each([1, 5, 8, 13, 31, 32, 33, 64, 70])("agrees with the TypeScript sweep at %i factors", (factors) => {
    const shape = { factors, regularisation: 0.7, steps: 3, byUser: unevenRows(factors) };
    const fast = start(createWasmWorkspace(shape), factors);
    const plain = start(createTypeScriptWorkspace(shape), factors);
    for (const workspace of [fast, plain]) {
      workspace.sweepUsers();
      workspace.sweepItems();
    }
    for (const side of ["users", "items"] as const) {
      const worst = plain[side].reduce((most, value, i) => Math.max(most, Math.abs(value - fast[side][i]!)), 0);
      const largest = plain[side].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(largest).toBeGreaterThan(0.01);
      expect(worst).toBeLessThan(1e-4 * largest);
    }
  });

  it("leaves the places behind the last factor at zero", () => {
    const workspace = start(createWasmWorkspace({ factors: 5, regularisation: 1, steps: 3, byUser: unevenRows(1) }), 5);
    workspace.sweepUsers();
    workspace.sweepItems();
    for (const rows of [workspace.users, workspace.items]) {
      expect(rows.filter((value, i) => i % workspace.stride >= 5 && value !== 0)).toHaveLength(0);
    }
  });
});
