import type { GraphEdge, GraphNode, GraphZone } from "../graph.ts";
import type { Box, Point } from "./geometry.ts";

/** A node with its place, and its texts as they fit there. */
export interface Card {
  readonly node: GraphNode;
  readonly box: Box;
  readonly text: CardText;
}

export interface CardText {
  readonly name: readonly string[];
  readonly detail: readonly string[];
  /** Plane and layer, in small letters; empty when the node has neither. */
  readonly caption: string;
  readonly badge: string;
}

export interface PlacedZone {
  readonly zone: GraphZone;
  readonly box: Box;
  /** The name as it fits above the zone's cards. */
  readonly title: string;
}

export interface Route {
  readonly edge: GraphEdge;
  /** From the edge of the first card to the edge of the second; every piece is level or upright. */
  readonly points: readonly Point[];
  /** Where the label stands; absent when the edge has none, or when it fits nowhere. */
  readonly label?: PlacedLabel;
}

export interface PlacedLabel {
  readonly text: string;
  readonly box: Box;
}

/** A graph with a place for everything. The canvas may start left of or above zero. */
export interface Layout {
  readonly title: string;
  readonly description: string;
  readonly canvas: Box;
  readonly zones: readonly PlacedZone[];
  readonly cards: readonly Card[];
  readonly routes: readonly Route[];
}

/** The lengths that all pictures share. */
export const measure = {
  cardPadding: 12,
  iconSize: 26,
  iconGap: 9,
  nameSize: 14,
  detailSize: 12,
  captionSize: 10,
  badgeSize: 11,
  badgeHeight: 18,
  labelSize: 12,
  labelHeight: 17,
  zoneTitleSize: 13,
  zoneTitleHeight: 60,
  zonePadding: 20,
  margin: 24,
} as const;
