// Written by scripts/generate.ts from the files of this folder: do not edit.
import badReleaseDrill from "./bad-release.ts";
import cacheColdDrill from "./cache-cold.ts";
import featureStoreDownDrill from "./feature-store-down.ts";
import hotKeyDrill from "./hot-key.ts";
import inputDriftDrill from "./input-drift.ts";
import labels30DaysLateDrill from "./labels-30-days-late.ts";
import modelServerDownDrill from "./model-server-down.ts";
import newRegulationDrill from "./new-regulation.ts";
import regionLostDrill from "./region-lost.ts";
import slowDependencyDrill from "./slow-dependency.ts";
import traffic10xDrill from "./traffic-10x.ts";
import upstreamSchemaChangeDrill from "./upstream-schema-change.ts";

/** Every entry of this folder, by file name. */
export const drills = [
  badReleaseDrill,
  cacheColdDrill,
  featureStoreDownDrill,
  hotKeyDrill,
  inputDriftDrill,
  labels30DaysLateDrill,
  modelServerDownDrill,
  newRegulationDrill,
  regionLostDrill,
  slowDependencyDrill,
  traffic10xDrill,
  upstreamSchemaChangeDrill,
] as const;
