import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { designOfMarkdown, reviewOfMarkdown } from "../src/documents/import/index.ts";
import { systemClock } from "../src/kit/clock.ts";
import { rules } from "../src/review/rules/index.ts";
import { benchRow, benchTable, isMain, type BenchRow } from "./bench-row.ts";
import { withPython } from "./python.ts";

const root = join(import.meta.dirname, "..");
const characters = 100_000;
const rounds = 25;

/** One document in prose of 100 KB, made of all documents that imports are tested with, each heading numbered anew. */
function largeDocument(): string {
  const texts = globSync("src/documents/import/fixtures/*.md", { cwd: root })
    .toSorted()
    .map((file) => readFileSync(join(root, file), "utf8"));
  let text = "";
  for (let at = 0; text.length < characters; at++) text += `${texts[at % texts.length]!}\n\nPart ${at} ends here.\n\n`;
  return text.slice(0, characters);
}

/** Reading a document of 100 KB and reviewing it, with little or much of it changed; beside a reader of Markdown that makes HTML. */
export async function run(): Promise<BenchRow[]> {
  const text = largeDocument();
  const inRounds = (changed: (round: number) => string): number[] =>
    Array.from({ length: rounds }, (_, round) => {
      const now = changed(round);
      return millisOf(() => reviewed(now));
    });
  const first = millisOf(() => reviewed(text));
  // Node compiles what runs often within its first seconds; a face that stays open is past that.
  inRounds((round) => `${text}\n\nBefore ${round}.\n`);
  const line = inRounds((round) => text.replace(/^#/m, `Changed ${round} times.\n\n#`));
  const sections = inRounds((round) => text.replaceAll(/^#/gm, () => `<!-- ${round} -->\n\n#`));
  const everyLine = inRounds((round) => text.replaceAll(/([a-z]{3,})([.,]?)$/gm, `$1 x${round}$2`));
  const peer = await peerMillis(text);
  if (peer === undefined) return [];
  const facts = { peer, unit: "ms", peerName: "markdown-it-py, to HTML, nothing understood", better: "lower" } as const;
  return [
    benchRow({
      ...facts,
      what: "import and review 100 KB of Markdown, one line changed",
      ours: median(line),
      note: `first time: ${first.toFixed(0)} ms`,
    }),
    benchRow({ ...facts, what: "every section changed", ours: median(sections) }),
    benchRow({ ...facts, what: "the words of nearly every line changed", ours: median(everyLine) }),
  ];
}

function reviewed(text: string): number {
  return reviewOfMarkdown(designOfMarkdown(text, "large.md"), { rules, today: "2027-01-01" }).findings.length;
}

async function peerMillis(text: string): Promise<number | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "bench-markdown-"));
  try {
    const file = join(folder, "large.md");
    writeFileSync(file, text);
    const out = await withPython(["markdown-it-py"], peerScript, [file, String(rounds)]);
    return out === undefined ? undefined : Number(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const peerScript = `
import statistics, sys, time
from markdown_it import MarkdownIt
text = open(sys.argv[1], encoding="utf-8").read()
reader = MarkdownIt("commonmark").enable("table").enable("strikethrough")
def once():
    start = time.perf_counter()
    reader.render(text)
    return (time.perf_counter() - start) * 1000
print(statistics.median(once() for _ in range(int(sys.argv[2]))))
`;

function millisOf(act: () => unknown): number {
  const start = systemClock.elapsedMillis();
  act();
  return systemClock.elapsedMillis() - start;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
