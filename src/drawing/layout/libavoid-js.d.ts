/**
 * The part of libavoid that the router uses. The package's own types are at a path that does not exist, and describe
 * instances where they mean classes.
 */
declare module "libavoid-js" {
  export interface Point {
    readonly x: number;
    readonly y: number;
  }
  export interface PolyLine {
    size(): number;
    get_ps(index: number): Point;
  }
  export interface Router {
    processTransaction(): void;
    setRoutingParameter(parameter: number, value: number): void;
    setRoutingOption(option: number, value: boolean): void;
  }
  export interface ConnRef {
    displayRoute(): PolyLine;
  }
  type Made<Name extends string> = { readonly made?: Name };
  export type ShapeRef = Made<"shape">;
  export type Rectangle = Made<"rectangle">;
  export type ConnEnd = Made<"end">;
  export type Pin = { setExclusive(exclusive: boolean): void; setConnectionCost(cost: number): void };

  export interface Avoid {
    readonly OrthogonalRouting: number;
    readonly ConnDirUp: number;
    readonly ConnDirDown: number;
    readonly ConnDirLeft: number;
    readonly ConnDirRight: number;
    readonly segmentPenalty: number;
    readonly crossingPenalty: number;
    readonly fixedSharedPathPenalty: number;
    readonly shapeBufferDistance: number;
    readonly idealNudgingDistance: number;
    readonly reverseDirectionPenalty: number;
    readonly nudgeOrthogonalSegmentsConnectedToShapes: number;
    readonly penaliseOrthogonalSharedPathsAtConnEnds: number;
    readonly nudgeOrthogonalTouchingColinearSegments: number;
    readonly performUnifyingNudgingPreprocessingStep: number;
    readonly nudgeSharedPathsWithCommonEndPoint: number;
    readonly Router: new (flags: number) => Router;
    readonly Point: new (x: number, y: number) => Point;
    readonly Rectangle: new (topLeft: Point, bottomRight: Point) => Rectangle;
    readonly ShapeRef: new (router: Router, shape: Rectangle) => ShapeRef;
    readonly ShapeConnectionPin: new (
      shape: ShapeRef,
      classId: number,
      x: number,
      y: number,
      proportional: boolean,
      insideOffset: number,
      directions: number,
    ) => Pin;
    readonly ConnEnd: new (shape: ShapeRef, classId: number) => ConnEnd;
    readonly ConnRef: new (router: Router, from: ConnEnd, to: ConnEnd) => ConnRef;
  }

  export const AvoidLib: {
    /** The loaded instance; without it `load` loads a new one. */
    avoidLib: Avoid | undefined;
    /** @param filePath  address of `libavoid.wasm`; beside the script when absent */
    load(filePath?: string): Promise<void>;
    getInstance(): Avoid;
  };
}
