import type { Design } from "../../design/design.ts";
import { component, where, type Component } from "./component.ts";

type Serving = NonNullable<Design["serving"]>;

export function componentsOfServing({ serving = {} }: Design): Component[] {
  const { path = [], precompute = [], hardware = [], flags = [], cache } = serving;
  return [
    ...path.map(({ step }, i) => component("step", step, `serving.path[${i}]`)),
    ...where(cache, "cache", `cache of ${cache?.what ?? ""}`, "serving.cache"),
    ...precompute.map(({ what }, i) => component("precomputation", what, `serving.precompute[${i}]`)),
    ...hardware.map((one, i) => component("hardware", one.for, `serving.hardware[${i}]`)),
    ...flags.map(({ flag }, i) => component("flag", flag, `serving.flags[${i}]`)),
    ...componentsOfModes(serving),
    ...componentsOfSafety(serving),
  ];
}

const componentsOfModes = ({ batch, stream, onDevice, scaling }: Serving): Component[] => [
  ...where(batch, "batch job", "batch job", "serving.batch"),
  ...where(stream, "stream job", "stream job", "serving.stream"),
  ...where(onDevice, "device runtime", "model on the device", "serving.onDevice"),
  ...where(scaling, "scaling", "scaling", "serving.scaling"),
];

/** A rollout that switches between versions needs a registry that keeps them. */
const componentsOfSafety = ({ fallback, rollout, review, guard }: Serving): Component[] => [
  ...where(fallback, "fallback", "fallback", "serving.fallback"),
  ...where(rollout, "rollout", "rollout", "serving.rollout"),
  ...where(rollout, "registry", "model registry", "serving.rollout"),
  ...where(review, "review queue", "review queue", "serving.review"),
  ...where(guard, "guard", "guard", "serving.guard"),
];
