/** Text to a board; a board to statements, to a design with its numbers, to pictures. */
export * from "./board.ts";
export { longestBoard, readBoard } from "./read-board.ts";
export { boardHelp } from "./help.ts";
export { boardStatements } from "./statements.ts";
export { boardDesign, type BoardDesign } from "./board-design.ts";
export type { BoardFact } from "./fact.ts";
export { sizedBoard, type SizedBoard } from "./sized-board.ts";
export { boardGraph, boardSvg } from "./board-graph.ts";
export { boardText } from "./board-text.ts";
