import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench, smallDesign, type Bench, type Ended } from "./fixtures/command.ts";

let bench: Bench;
beforeAll(() => {
  bench = openBench();
});
afterAll(() => bench.clear());

const names = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

/** What every refusal has, whatever was wrong: a Problem with a fix, exit code 2, and no stack. */
function mustBeRefused({ code, stdout, stderr }: Ended): void {
  expect(stderr).toMatch(/^Problem: .+/m);
  expect(stderr).toMatch(/^ {2}fix {2}\S/m);
  expect(stderr).not.toMatch(/^\s+at .*(?:\.ts|\.js|node:)|\bundefined\b|\[object|mistake in Plumbline/m);
  expect({ code, problemInStdout: /Problem:/.test(stdout) }).toEqual({ code: 2, problemInStdout: false });
}

interface JsonProblems {
  problems: { code: string; found: string; fix: string; at?: { file?: string; line?: number; path?: string } }[];
}

/** The same with `--json`: valid JSON on standard output and nothing on standard error. */
function problemsOf({ code, stdout, stderr }: Ended): JsonProblems["problems"] {
  expect(code).toBe(2);
  expect(stderr).toBe("");
  const { problems } = JSON.parse(stdout) as JsonProblems;
  expect(problems.length).toBeGreaterThan(0);
  return problems;
}

const swap = (from: string | RegExp, to: string): string => {
  const text = smallDesign.replace(from, to);
  if (text === smallDesign) throw new Error(`the design does not hold ${from}`);
  return text;
};

interface BrokenDesign {
  readonly what: string;
  readonly content: string | Uint8Array;
  readonly code: string;
  /** In what is printed, place and fix included. */
  readonly says: readonly RegExp[];
}

const designs: BrokenDesign[] = [
  {
    what: "a tab for indent",
    content: swap("  decision:", "\tdecision:"),
    code: "design/not-yaml",
    says: [/:\d+:\d+/, /tab/i],
  },
  {
    what: "a unit that does not fit",
    content: swap("  fallback:", "  deadline: 400 MB\n  fallback:"),
    code: "quantity/wrong-unit",
    says: [/serving\.deadline/, /400 MB/],
  },
  {
    what: "a number without its unit",
    content: swap("  fallback:", "  deadline: 400\n  fallback:"),
    code: "quantity/",
    says: [/serving\.deadline/, /400/],
  },
  {
    what: "a misspelt key",
    content: swap("guardrails:", "guardrials:"),
    code: "design/unknown-key",
    says: [/guardrails/, /:\d+:\d+ {2}metrics/],
  },
  {
    what: "a value that is not allowed",
    content: swap("objective: lambdarank", "objective: lambdarnk"),
    code: "design/wrong-value",
    says: [/lambdarank/],
  },
  {
    what: "a key twice",
    content: swap("stage: prototype", "stage: prototype\nstage: growth"),
    code: "design/not-yaml",
    says: [/stage|twice|unique|duplicate/i, /:6:1/],
  },
  {
    what: "two sources of one name",
    content: swap("- name: products", "- name: transactions"),
    code: "design/duplicate-name",
    says: [/transactions/],
  },
  {
    what: "a source that is not there",
    content: swap("from: transactions, is: count, over: 30d", "from: transactoins, is: count, over: 30d"),
    code: "design/unknown-reference",
    says: [/transactions/],
  },
  { what: "nothing in it", content: "", code: "design/not-a-design", says: [/empty|plumbline: 1/] },
  { what: "zero bytes", content: Uint8Array.from([80, 0, 1, 2]), code: "design/unreadable", says: [/zero bytes/] },
  {
    what: "UTF-16",
    content: Buffer.from(`\ufeff${smallDesign}`, "utf16le"),
    code: "design/unreadable",
    says: [/UTF-8/],
  },
  {
    what: "no UTF-8",
    content: Buffer.from([...Buffer.from("name: gr"), 0xfc, ...Buffer.from("n")]),
    code: "design/unreadable",
    says: [/UTF-8/],
  },
  {
    what: "aliases that multiply",
    content: [
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
      ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`),
    ].join("\n"),
    code: "design/",
    says: [/Problem/],
  },
  {
    what: "ten thousand levels",
    content: `plumbline: 1\nname: ${"[".repeat(10_000)}`,
    code: "design/",
    says: [/Problem/],
  },
  {
    what: "a step that no path has",
    content: swap("{step: rank}", "{step: rnak}"),
    code: "run/not-supported",
    says: [/serving\.path\[2\]\.step/, /`rank`/],
  },
  {
    what: "too little to run",
    content: "plumbline: 1\nname: small\nsystem: recommendation\n",
    code: "run/design-incomplete",
    says: [/data\.sources/],
  },
];

describe("a design with", () => {
  it.for(designs.map((design) => [design.what, design] as const))("%s is refused", async ([, design]) => {
    const path = bench.write("broken.design.yaml", design.content);
    const plain = await bench.run(["run", path, "--once", "--work", "never"]);
    mustBeRefused(plain);
    expect(plain.stderr).toContain(`code ${design.code}`);
    for (const pattern of design.says) expect(plain.stderr).toMatch(pattern);
    if (!design.code.startsWith("run/")) {
      const problems = problemsOf(await bench.run(["claims", path, "--json"]));
      expect(names(problems).some((code) => code.startsWith(design.code))).toBe(true);
      expect(problems.every(({ at }) => at?.file === path)).toBe(true);
    }
    expect(readdirSync(bench.folder)).not.toContain("never");
  });
});

interface BrokenLine {
  readonly what: string;
  readonly words: readonly string[];
  readonly code: string;
  readonly says: RegExp;
}

const lines: BrokenLine[] = [
  { what: "an unknown verb", words: ["verifi", "x"], code: "cli/bad-usage", says: /plumb verify/ },
  {
    what: "a file for a verb",
    words: ["my.design.yaml"],
    code: "cli/bad-usage",
    says: /plumb claims my\.design\.yaml/,
  },
  { what: "an unknown flag", words: ["run", "DESIGN", "--onse"], code: "cli/bad-usage", says: /--once/ },
  { what: "no design", words: ["run"], code: "cli/bad-usage", says: /plumb run examples/ },
  {
    what: "one word too many",
    words: ["claims", "DESIGN", "more"],
    code: "cli/bad-usage",
    says: /plumb claims --help/,
  },
  { what: "a flag without its value", words: ["run", "DESIGN", "--seed"], code: "cli/bad-usage", says: /--seed/ },
  { what: "a port beyond 65535", words: ["run", "DESIGN", "--port", "99999"], code: "cli/bad-usage", says: /65535/ },
  { what: "a port in words", words: ["run", "DESIGN", "--port", "http"], code: "cli/bad-usage", says: /--port http/ },
  {
    what: "a design that is not there",
    words: ["claims", "smal.design.yaml"],
    code: "design/unreadable",
    says: /did you mean `small\.design\.yaml`/,
  },
  { what: "a folder for a design", words: ["run", "sub"], code: "design/unreadable", says: /sub\/small\.design\.yaml/ },
  {
    what: "a fault that cannot be read",
    words: ["verify", "DESIGN", "--inject", "rank sleeps"],
    code: "serving/malformed-fault",
    says: /rank: sleep 200ms/,
  },
  {
    what: "a fault on a step that is not there",
    words: ["verify", "DESIGN", "--inject", "rnak: fail"],
    code: "serving/unknown-step",
    says: /did you mean `rank`/,
  },
  {
    what: "the same of run",
    words: ["run", "DESIGN", "--once", "--inject", "rnak: fail"],
    code: "serving/unknown-step",
    says: /did you mean `rank`/,
  },
  {
    what: "--only that fits no claim",
    words: ["verify", "DESIGN", "--only", "guardrail.latenzy"],
    code: "verify/no-such-claim",
    says: /plumb claims/,
  },
  {
    what: "a data folder that is not there",
    words: ["run", "DESIGN", "--once", "--data", "nowhere"],
    code: "run/no-world",
    says: /nowhere/,
  },
  {
    what: "a file for a data folder",
    words: ["run", "DESIGN", "--once", "--data", "DESIGN"],
    code: "",
    says: /folder/,
  },
  {
    what: "a file in the way of the work folder",
    words: ["run", "DESIGN", "--once", "--work", "in-the-way"],
    code: "run/bad-folder",
    says: /--work FOLDER/,
  },
  {
    what: "a work folder that the system does not allow",
    words: ["run", "DESIGN", "--once", "--work", "/proc/plumb"],
    code: "run/bad-folder",
    says: /--work FOLDER/,
  },
  {
    what: "a report folder that cannot be made",
    words: ["verify", "DESIGN", "--report", "in-the-way/report"],
    code: "run/bad-folder",
    says: /--report FOLDER/,
  },
];

describe("a command line with", () => {
  beforeAll(() => {
    bench.write("small.design.yaml", smallDesign);
    bench.write("sub/small.design.yaml", smallDesign);
    bench.write("in-the-way", "a file");
  });

  it.for(lines.map((line) => [line.what, line] as const))("%s is refused before any work", async ([, line]) => {
    const words = line.words.map((word) => (word === "DESIGN" ? "small.design.yaml" : word));
    const plain = await bench.run(words);
    mustBeRefused(plain);
    expect(plain.stderr).toContain(`code ${line.code}`);
    expect(plain.stderr).toMatch(line.says);
    const [problem] = problemsOf(await bench.run([...words, "--json"]));
    expect(plain.stderr).toContain(problem!.found);
    expect(readFileSync(join(bench.folder, "in-the-way"), "utf8")).toBe("a file");
    expect(plain.stderr).not.toMatch(/^…/m);
  });

  it("a port in use is refused before any work", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const refused = await bench.run(["run", "small.design.yaml", "--port", String(port)]);
    server.close();
    mustBeRefused(refused);
    expect(refused.stderr).toMatch(/code serving\/port-in-use/);
    expect(refused.stderr).toContain(`--port ${port === 65535 ? 8484 : port + 1}`);
  });

  it("a design of 1 GB is refused without being read", async () => {
    const path = bench.write("huge.design.yaml", "");
    truncateSync(path, 1e9);
    const refused = await bench.run(["claims", path]);
    mustBeRefused(refused);
    expect(refused.stderr).toMatch(/1000 MB[^]*code design\/too-large/);
  });
});

const header = "household_id,basket_id,product_id,quantity,sales_value,transaction_timestamp,received_at";
const products = ["product_id,product_category", ...Array.from({ length: 30 }, (_, i) => `p${i},c${i % 5}`)].join("\n");

/** Purchases of 60 households over 60 days, the same each time. */
function purchases(): string[] {
  const rows: string[] = [];
  for (let day = 0; day < 60; day++)
    for (let household = 0; household < 60; household++) {
      if ((household * 7 + day * 3) % 5 !== 0) continue;
      const time = `${new Date(Date.UTC(2024, 0, 1 + day, 8 + (household % 10))).toISOString().slice(0, 19)}Z`;
      for (let i = 0; i < 3; i++)
        rows.push(
          `h${household},b${day}-${household},p${(household + i * (1 + (day % 3))) % 30},1,2.50,${time},${time}`,
        );
    }
  return rows;
}

interface BrokenData {
  readonly what: string;
  readonly transactions: string | Uint8Array | undefined;
  readonly products?: string;
  readonly name?: string;
  readonly code: string;
  readonly says: RegExp;
}

const garbage = Uint8Array.from({ length: 4096 }, (_, i) => (i * 37 + 11) % 256);
const brokenData: BrokenData[] = [
  { what: "nothing in it", transactions: "", code: "data/empty-file", says: /transactions\.csv/ },
  { what: "only a header", transactions: `${header}\n`, code: "data/no-rows", says: /transactions/ },
  { what: "no file", transactions: undefined, code: "data/file-not-found", says: /transactions\*\.csv/ },
  {
    what: "a column misspelt",
    transactions: [header.replace("household_id", "houshold_id"), ...purchases()].join("\n"),
    code: "data/missing-column",
    says: /houshold_id/,
  },
  { what: "bytes that are no text", transactions: garbage, code: "data/", says: /transactions\.csv/ },
  {
    what: "Parquet that is none",
    transactions: garbage,
    name: "transactions.parquet",
    code: "data/unreadable-file",
    says: /transactions\.parquet/,
  },
  {
    what: "no usable row",
    transactions: [header, ...purchases().map((row) => row.replace(/2024-/g, "someday-"))].join("\n"),
    code: "data/too-many-bad-rows",
    says: /transactions/,
  },
  {
    what: "too few visits",
    transactions: [header, ...purchases().slice(0, 9)].join("\n"),
    code: "run/nothing-to-learn",
    says: /Problem/,
  },
];

describe("data with", () => {
  const designOf = (file: string): string =>
    smallDesign.replace("from: transactions*.csv", `from: ${file}`).replaceAll(/freshness: 1m/g, "freshness: 1m");

  it.for(brokenData.map((data) => [data.what, data] as const))("%s is refused", async ([what, data]) => {
    const folder = `data-${what.replaceAll(" ", "-")}`;
    const file = data.name ?? "transactions.csv";
    bench.write(`${folder}/products.csv`, products);
    if (data.transactions !== undefined) bench.write(`${folder}/${file}`, data.transactions);
    const path = bench.write("data.design.yaml", data.name ? designOf(file) : smallDesign);
    const words = ["run", path, "--once", "--data", folder, "--work", `${folder}-work`];
    const plain = await bench.run(words);
    mustBeRefused({ ...plain, stderr: plain.stderr.replaceAll(/^… .*\n/gm, "") });
    expect(plain.stderr).toContain(`code ${data.code}`);
    expect(plain.stderr).toMatch(data.says);
    expect(readdirSync(join(bench.folder, folder)).length).toBe(data.transactions === undefined ? 1 : 2);
    const left = readdirSync(join(bench.folder, `${folder}-work`), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.includes(".half"))).toEqual([]);
    expect(problemsOf(await bench.run([...words, "--json"]))[0]!.code).toMatch(data.code);
  });

  it("1 GB of zeros is refused in a moment", async () => {
    bench.write("data-huge/products.csv", products);
    truncateSync(bench.write("data-huge/transactions.csv", ""), 1e9);
    const path = bench.write("data.design.yaml", smallDesign);
    const refused = await bench.run(["run", path, "--once", "--data", "data-huge", "--work", "data-huge-work"]);
    mustBeRefused({ ...refused, stderr: refused.stderr.replaceAll(/^… .*\n/gm, "") });
    expect(refused.stderr).toMatch(/code data\//);
  });

  it("ids twice, NaN, the future and empty keys among good rows goes on; every bad row is counted and kept", async () => {
    const good = purchases();
    const [first] = good;
    const bad = [
      first!,
      "h1,bx-1,p1,NaN,NaN,2024-02-01T10:00:00Z,2024-02-01T10:00:00Z",
      "h1,bx-2,p1,1,1,2999-02-01T10:00:00Z,2999-02-01T10:00:00Z",
      ",bx-3,p1,1,1,2024-02-01T10:00:00Z,2024-02-01T10:00:00Z",
      "h1,bx-4,p1,1,1,yesterday,2024-02-01T10:00:00Z",
    ];
    bench.write("data-mixed/products.csv", products);
    bench.write("data-mixed/transactions.csv", [header, ...good, ...bad].join("\n"));
    const path = bench.write("data.design.yaml", smallDesign);
    const ended = await bench.run(["run", path, "--once", "--data", "data-mixed", "--work", "data-mixed-work"]);
    expect(ended.stderr.replaceAll(/^… .*\n/gm, "")).toBe("");
    expect(ended.code).toBe(0);
    const said = ended.stdout.replaceAll(/\s+/g, " ");
    expect(said).toMatch(/transactions: 2,\d{3} rows/);
    expect(said).toMatch(/[2-5] set aside/);
    const folder = join(bench.folder, "data-mixed-work", "small-grocery", "quarantine");
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    for (const row of ["bx-2", "bx-4"]) expect(kept.join("\n")).toContain(row);
  });
});

const mayMount = spawnSync("sh", [
  "-c",
  "d=$(mktemp -d) && mount -t tmpfs -o size=1m none $d && umount $d; s=$?; rmdir $d; exit $s",
]);

describe.skipIf(mayMount.status !== 0)("a full disk (needs to mount a small one)", () => {
  it("is a Problem, and nothing half is left", async () => {
    const disk = join(bench.folder, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=200k", "none", disk]);
    try {
      const path = bench.write("small.design.yaml", smallDesign);
      const refused = await bench.run(["run", path, "--once", "--work", disk]);
      mustBeRefused({ ...refused, stderr: refused.stderr.replaceAll(/^… .*\n/gm, "") });
      writeFileSync(join(disk, "full"), "");
      expect(refused.stderr).toMatch(/space|full/);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
