/** Which half of the house a room is in. */
export type Wing = "kit" | "design" | "paper" | "machine" | "meeting" | "surface" | "face";

export interface Room {
  readonly name: string;
  readonly wing: Wing;
  /** One line for readers. */
  readonly holds: string;
}

/**
 * The rooms of `src/`, in the order in which they may see each other: a room sees only rooms listed before it, and of
 * those only the wings in `sees`. The surfaces are the two files `src/index.ts` and `src/paper.ts`.
 */
export const rooms: readonly Room[] = [
  { name: "kit", wing: "kit", holds: "clock, random streams, Problem, quantities and units, intervals" },
  { name: "design", wing: "design", holds: "schema, parse with positions, edit, claims, lenses, diff" },
  { name: "sizing", wing: "paper", holds: "queueing, storage, memory, cost, experiment length" },
  { name: "advice", wing: "paper", holds: "proposals from a partial design" },
  { name: "review", wing: "paper", holds: "rules, the reviewer, formats, suppression" },
  { name: "drawing", wing: "paper", holds: "design to graph to layout to picture" },
  { name: "documents", wing: "paper", holds: "a design as a document, and back" },
  { name: "data", wing: "machine", holds: "sources, checks, event log, table store" },
  { name: "evaluation", wing: "machine", holds: "metrics, intervals, comparisons, splits" },
  { name: "features", wing: "machine", holds: "definitions to point-in-time training sets and streaming state" },
  { name: "training", wing: "machine", holds: "learners, tuning, explanations" },
  { name: "retrieval", wing: "machine", holds: "lexical and vector indexes, fusion" },
  { name: "registry", wing: "machine", holds: "versions, aliases with history, lineage, artifacts" },
  { name: "experiments", wing: "machine", holds: "assignment, A/B statistics, bandits, off-policy estimates" },
  { name: "serving", wing: "machine", holds: "the request path, decision log, HTTP" },
  { name: "monitoring", wing: "machine", holds: "drift, decay, freshness, skew, alerts" },
  { name: "blueprints", wing: "meeting", holds: "systems: default design, how it is built, its world" },
  { name: "run", wing: "meeting", holds: "design and blueprint to a running system" },
  { name: "verify", wing: "meeting", holds: "probes: claim to measurement to verdict" },
  { name: "interview", wing: "meeting", holds: "problems, rubric, session, drills, debrief" },
  { name: "operations", wing: "meeting", holds: "one file per verb of the product" },
  { name: "paper.ts", wing: "surface", holds: "the public surface for a browser" },
  { name: "index.ts", wing: "surface", holds: "the public surface" },
  { name: "cli", wing: "face", holds: "the command line" },
  { name: "mcp", wing: "face", holds: "the tools for agents" },
  { name: "web-server", wing: "face", holds: "the page's server" },
];

/** Of the rooms before its own, which wings a wing may see. */
export const sees: Readonly<Record<Wing, readonly Wing[]>> = {
  kit: [],
  design: ["kit"],
  paper: ["kit", "design", "paper"],
  machine: ["kit", "machine"],
  meeting: ["kit", "design", "paper", "machine", "meeting"],
  surface: ["kit", "design", "paper", "machine", "meeting"],
  face: ["surface"],
};

/** Rooms whose code also runs in a browser: nothing of Node, and only packages that run there. */
export const browserWings: readonly Wing[] = ["kit", "design", "paper"];
export const browserPackages: readonly string[] = [
  "yaml",
  "zod",
  "elkjs",
  "libavoid-js",
  "@lezer/markdown",
  "@lezer/common",
  "decode-named-character-reference",
];

/** Files that may import a module whose name is only known while running, and why. */
export const computedImports: Readonly<Record<string, string>> = {
  "src/operations/files/read-design.ts": "loads the design that a person names, when it is written in TypeScript",
  "src/serving/worker-main.ts":
    "loads the ranker that its parent names, so that serving need not know the rooms after it",
};

/** Whether a file in `from` may import a file in `to`; a room may always see itself. */
export function maySee(from: string, to: string): boolean {
  if (from === to) return true;
  const [viewer, viewed] = [positionOf(from), positionOf(to)];
  if (viewer < 0 || viewed < 0 || viewed > viewer) return false;
  if (from === "paper.ts" && ["machine", "meeting"].includes(rooms[viewed]!.wing)) return false;
  return sees[rooms[viewer]!.wing].includes(rooms[viewed]!.wing);
}

/** @returns `undefined` for a name that is not in the table */
export function roomNamed(name: string): Room | undefined {
  return rooms[positionOf(name)];
}

function positionOf(name: string): number {
  return rooms.findIndex((room) => room.name === name);
}
