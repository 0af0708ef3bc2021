import { spawn } from "node:child_process";
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { assert, asyncProperty, boolean, nat } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "./event.ts";
import { openEventLog, type EventLog } from "./event-log.ts";
import { groupCommit } from "./group-commit.ts";
import { madeFolders, problemOf } from "./testing/made-files.ts";

const folder = madeFolders();
const event = (id: string, source = "clicks"): Event => ({
  id,
  source,
  timeMillis: 1,
  knownMillis: 2,
  entities: { person: "é 1" },
  values: { amount: 1.5, text: 'a\n"b"', none: null },
});
const eventsOf = async (log: EventLog): Promise<Event[]> => {
  const events: Event[] = [];
  for await (const found of log.read()) events.push(found);
  return events;
};
const idsOf = async (log: EventLog) => (await eventsOf(log)).map(({ id }) => id);

describe("the event log", () => {
  it("gives back what was appended, in order, also after it was opened again", async () => {
    const home = folder();
    const first = await openEventLog(home);
    await first.append([event("a"), event("b")]);
    await first.append([event("c")]);
    expect(await eventsOf(first)).toEqual([event("a"), event("b"), event("c")]);
    await first.close();
    const second = await openEventLog(home);
    expect([await idsOf(second), second.size, second.cutBytes]).toEqual([["a", "b", "c"], 3, 0]);
    await second.close();
  });

  it("writes an id of a source once, however often it comes, and says which events were new", async () => {
    const home = folder();
    const log = await openEventLog(home);
    const [one, two] = await Promise.all([log.append([event("a"), event("a")]), log.append([event("a"), event("b")])]);
    expect([one.length, two.map(({ id }) => id)]).toEqual([1, ["b"]]);
    expect((await log.append([event("a", "views")])).length).toBe(1);
    await log.close();
    const again = await openEventLog(home);
    expect(await again.append([event("b"), event("a")])).toEqual([]);
    expect(await idsOf(again)).toEqual(["a", "b", "a"]);
    await again.close();
  });

  it("tells of an event that became known later once, at its place, also after it was opened again", async () => {
    const home = folder();
    const log = await openEventLog(home);
    await log.append([event("a"), event("b")]);
    await log.knownLater([{ ...event("a"), knownMillis: 9 }]);
    await log.append([event("c")]);
    const expected = [{ ...event("a"), knownMillis: 9 }, event("b"), event("c")];
    expect(await eventsOf(log)).toEqual(expected);
    expect(await log.append([event("a")])).toEqual([]);
    await log.close();
    const again = await openEventLog(home);
    expect([await eventsOf(again), again.size]).toEqual([expected, 3]);
    await again.close();
  });

  it("keeps whole groups and cuts what is torn, wherever the file ends", async () => {
    const home = folder();
    const path = join(home, "events.log");
    const log = await openEventLog(home);
    const ends = new Map([[statSync(path).size, 0]]);
    for (let i = 1; i <= 4; i++) {
      await log.append([event(`${i}`)]);
      ends.set(statSync(path).size, i);
    }
    await log.close();
    const whole = readFileSync(path);
    await assert(
      asyncProperty(nat(whole.length), boolean(), async (length, garbled) => {
        const torn = Buffer.from(whole.subarray(0, length));
        const kept = Math.max(0, ...[...ends].filter(([end]) => end <= length).map(([, count]) => count));
        if (garbled && !ends.has(length) && length > 0) torn[length - 1]! ^= 0x40;
        writeFileSync(path, torn);
        const opened = await openEventLog(home).catch((problem: Error) => problem);
        if (opened instanceof Error) expect(length).toBeLessThan(10);
        else {
          expect(opened.size).toBe(kept);
          await opened.append([event("next")]);
          expect((await idsOf(opened)).at(-1)).toBe("next");
          await opened.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses to cut a damaged record that whole ones follow", async () => {
    const home = folder();
    const log = await openEventLog(home);
    for (const id of ["a", "b", "c"]) await log.append([event(id)]);
    await log.close();
    const path = join(home, "events.log");
    const bytes = readFileSync(path);
    bytes[30]! ^= 1;
    writeFileSync(path, bytes);
    expect(await problemOf(openEventLog(home))).toMatchObject({ code: "data/log-damaged", at: { file: path } });
    writeFileSync(path, "something else");
    expect((await problemOf(openEventLog(home))).code).toBe("data/log-damaged");
  });

  it("has one writer at a time, and takes over the lock of a process that is gone", async () => {
    const home = folder();
    const log = await openEventLog(home);
    expect((await problemOf(openEventLog(home))).code).toBe("data/log-in-use");
    await log.close();
    writeFileSync(join(home, "events.log.lock"), "999999999\n");
    await (await openEventLog(home)).close();
    writeFileSync(join(home, "events.log.lock"), `${process.ppid}\n`);
    expect((await problemOf(openEventLog(home))).fix).toContain("events.log.lock");
  });

  it("says so when its folder cannot be written", async () => {
    const file = join(folder({ x: "" }), "x");
    expect((await problemOf(openEventLog(file))).code).toBe("data/folder-not-writable");
  });

  it("loses nothing acknowledged and counts nothing twice when its process is killed", async () => {
    const home = folder();
    for (const kills of [1, 2, 3]) {
      const { acknowledged, tried } = await appendUntilKilled(home, 40 * kills);
      const log = await openEventLog(home);
      const ids = await idsOf(log);
      expect(new Set(ids).size).toBe(ids.length);
      expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThanOrEqual(40 * kills);
      const isNew = await log.append(tried.map((id) => event(id)));
      expect((await idsOf(log)).toSorted()).toEqual([...ids, ...isNew.map(({ id }) => id)].toSorted());
      await log.close();
      appendFileSync(join(home, "events.log"), Buffer.from([9, 0, 0, 0, 1]));
    }
  });
});

/** A process of its own appends, several calls at a time, and tells what was acknowledged; it is killed in the middle. */
async function appendUntilKilled(home: string, after: number) {
  const module = new URL("event-log.ts", import.meta.url).href;
  const program = `
    import { openEventLog } from ${JSON.stringify(module)};
    const log = await openEventLog(${JSON.stringify(home)});
    const event = (id) => ({ id, source: "clicks", timeMillis: 1, knownMillis: 1, entities: {}, values: { text: "x".repeat(3000) } });
    async function worker(name) {
      for (let i = log.size; ; i++) {
        const id = name + i;
        process.stdout.write("try " + id + "\\n");
        await log.append([event(id)]);
        process.stdout.write("done " + id + "\\n");
      }
    }
    await Promise.all(["a", "b", "c"].map(worker));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const acknowledged: string[] = [];
  const tried: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id] = line.split(" ");
    (word === "done" ? acknowledged : tried).push(id!);
    if (acknowledged.length === after) child.kill("SIGKILL");
  }
  await gone;
  return { acknowledged, tried };
}

describe("group commit", () => {
  it("writes what comes meanwhile in one go", async () => {
    const groups: string[][] = [];
    const commits = groupCommit<string>(
      async (items) => void groups.push([...items]),
      () => undefined,
    );
    const first = commits.add(["a"]);
    await new Promise(setImmediate);
    await Promise.all([first, commits.add(["b"]), commits.add(["c", "d"])]);
    expect(groups).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("fails all who wait on a write that failed, forgets their items first, and goes on", async () => {
    let working = false;
    const forgotten: string[] = [];
    const write = async () => {
      await new Promise(setImmediate);
      if (!working) throw new Error("no room");
    };
    const commits = groupCommit<string>(write, (items) => forgotten.push(...items));
    const first = commits.add(["a"]);
    await Promise.resolve();
    await Promise.resolve();
    const second = commits.add([]);
    const outcomes = await Promise.allSettled([first, second]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(forgotten).toEqual(["a"]);
    working = true;
    await expect(commits.add(["a"])).resolves.toBeUndefined();
    await commits.idle();
  });
});

it("a torn header of a new log is written anew", async () => {
  const home = folder({ "events.log": "plum" });
  const log = await openEventLog(home);
  await log.append([event("a")]);
  await log.close();
  truncateSync(join(home, "events.log"), statSync(join(home, "events.log")).size - 1);
  const again = await openEventLog(home);
  expect([again.size, again.cutBytes > 0]).toEqual([0, true]);
  await again.close();
});
