import {
  layOut,
  svgOf,
  type EdgeKind,
  type Graph,
  type GraphZone,
  type IconKind,
  type Theme,
} from "../../drawing/index.ts";
import type { Board, BoardArrow, BoardBox, BoxKind } from "./board.ts";
import { boxDetail } from "./box-detail.ts";

type ZoneId = "source" | "offline" | "training" | "online" | "monitoring" | "notes";

/** Columns as the drawings of designs have them, and one for what is written beside. */
const zones: readonly (GraphZone & { readonly id: ZoneId })[] = [
  { id: "source", name: "Sources", tone: "source" },
  { id: "offline", name: "Data and features", tone: "offline" },
  { id: "training", name: "Training and release", tone: "training" },
  { id: "online", name: "Online · request path", tone: "online" },
  { id: "monitoring", name: "Monitoring and feedback", tone: "feedback" },
  { id: "notes", name: "Notes", tone: "neutral" },
];

const looks: Readonly<Record<BoxKind, readonly [ZoneId, IconKind]>> = {
  user: ["online", "person"],
  gateway: ["online", "gateway"],
  service: ["online", "process"],
  features: ["online", "table"],
  retrieval: ["online", "search"],
  ranker: ["online", "model"],
  model: ["online", "model"],
  rules: ["online", "rules"],
  cache: ["online", "cache"],
  store: ["offline", "database"],
  source: ["source", "source"],
  stream: ["offline", "stream"],
  "batch job": ["offline", "clock"],
  training: ["training", "process"],
  registry: ["training", "document"],
  queue: ["online", "queue"],
  human: ["online", "review"],
  monitor: ["monitoring", "chart"],
  note: ["notes", "document"],
};

const shown = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
};

/** A board for the drawing room; an empty board has one card that says so. */
export function boardGraph(board: Board): Graph {
  if (board.boxes.length === 0) return nothingYet;
  const nodes = board.boxes.map((box) => {
    const [zone, icon] = looks[box.kind];
    const detail = boxDetail(box) || box.lines.join("; ");
    return { id: box.id, name: shown(box.name, 40), icon, zone, ...(detail !== "" && { detail: shown(detail, 46) }) };
  });
  const used = new Set(nodes.map(({ zone }) => zone));
  const kinds = new Map(board.boxes.map((box) => [box.id, box]));
  return {
    title: "Whiteboard",
    zones: zones.filter(({ id }) => used.has(id)),
    nodes,
    edges: board.arrows.map((arrow) => edgeOf(arrow, kinds.get(arrow.to)!)),
  };
}

function edgeOf({ from, to, kind, label }: BoardArrow, end: BoardBox): Graph["edges"][number] {
  const words = label ?? (kind === "fallback" ? "fallback" : undefined);
  const drawn: EdgeKind =
    kind === "fallback" ? "control" : kind === "request" && end.kind === "user" ? "response" : kind;
  return { from, to, kind: drawn, ...(words && { label: shown(words, 22) }) };
}

const nothingYet: Graph = {
  title: "Whiteboard",
  description: "Nothing is drawn yet.",
  zones: [{ id: "notes", name: "Empty board", tone: "neutral" }],
  nodes: [
    {
      id: "empty",
      name: "Nothing is drawn yet",
      icon: "document",
      zone: "notes",
      detail: "[client] -> [gateway] 600/s",
    },
  ],
  edges: [],
};

/** A board as an SVG file. */
export async function boardSvg(board: Board, theme: Theme = "auto"): Promise<string> {
  return svgOf(await layOut(boardGraph(board)), { theme });
}
