import type { Design } from "../design/design.ts";
import type { Layer } from "../design/schema/layers.ts";
import type { Path } from "../design/unsettled.ts";
import { componentsOfData, componentsOfFeatures } from "./components/data.ts";
import { componentsOfModel } from "./components/model.ts";
import { componentsOfMonitoring } from "./components/monitoring.ts";
import { componentsOfServing } from "./components/serving.ts";
import { componentsOfArchitecture, componentsOfRequirements } from "./components/stated.ts";
import type { Component } from "./components/component.ts";
import { layerOf } from "./layers.ts";

export interface LayeredComponent extends Component {
  readonly path: Path;
  readonly layer: Layer;
}

/** Every component that a design names, in the order of the document, each with its layer. */
export function componentsOf(design: Design): LayeredComponent[] {
  return [
    ...componentsOfRequirements(design),
    ...componentsOfData(design),
    ...componentsOfFeatures(design),
    ...componentsOfModel(design),
    ...componentsOfServing(design),
    ...componentsOfMonitoring(design),
    ...componentsOfArchitecture(design),
  ].map((component) => ({ ...component, layer: layerOf(component) }));
}
