import type { Design } from "../../design/design.ts";
import type { Proposal } from "../advice.ts";
import { because, facts, fill, those, unless } from "../facts.ts";
import { latencyTarget } from "../figures/load.ts";
import { duration } from "../units.ts";
import { stepsOf } from "./budgets.ts";

/** At 30 m/s a tenth of a second is three metres. */
const metresPerSecond = 30;

/** Each sensor detects, detections are fused, objects are tracked over time. */
export function perceptionArchitecture(design: Design): Proposal {
  const target = latencyTarget(design);
  return {
    recommend: "Detect per sensor, fuse, track, and check the result against physics",
    reasons: those(
      because("sensors fail one at a time: what is fused late survives the loss of one", facts(design, "system")),
      target &&
        because(
          `in ${duration(target.value)} a car at ${metresPerSecond} m/s moves ${Number((target.value * metresPerSecond).toPrecision(2))} m`,
          target.facts,
        ),
    ),
    alternatives: [
      unless("fusion of raw features", "sensors are calibrated and in step, and far objects are missed by each alone"),
      unless("one model for all tasks", "the computer has no room for one network per task"),
    ],
    consequence: "Each sensor's loss is a test case, and the rare scene is found in fleet logs, not in the mean.",
    edits: those(
      fill(design, "model.parts", [
        { name: "detector", kind: "cnn", does: "picture or point cloud to boxes with classes" },
        { name: "fusion", kind: "kalman", does: "boxes of all sensors to objects in one frame" },
        { name: "tracker", kind: "kalman", does: "objects over time to tracks with speed" },
      ]),
      fill(design, "serving.path", stepsOf(design, { detect: 7, fuse: 1, track: 1, check: 1 })),
      fill(
        design,
        "serving.guard",
        "no object appears, vanishes or jumps faster than physics allows without a second sensor",
      ),
    ),
    confidence: target ? "likely" : "open",
  };
}

/** Many models behind one door: registry, router, one contract for all. */
export function platformArchitecture(design: Design): Proposal {
  return {
    recommend: "One gateway and one registry; models in their own pools, sharing features, logs and rollout",
    reasons: those(
      because("what every team would build again is built once", facts(design, "system")),
      because("that many models cannot each have a machine of their own", facts(design, "requirements.scale.models")),
    ).filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("a service per model", "there are fewer than five models, each with a team of its own"),
      unless("models loaded on demand", "most models are asked less than once a minute"),
    ],
    consequence:
      "A noisy model must not slow its neighbours: limits, priorities and a budget per model are part of the contract.",
    edits: those(
      fill(design, "architecture.components", [
        { name: "Gateway", kind: "service", plane: "online", does: "limits, routes, logs" },
        { name: "Registry", kind: "registry", plane: "training", does: "versions, owners, aliases" },
        {
          name: "Feature store",
          kind: "feature store",
          plane: "online",
          does: "one definition for training and serving",
        },
        { name: "Model pools", kind: "model", plane: "online", does: "replicas by size and priority" },
        { name: "Monitoring", kind: "monitor", plane: "monitoring", does: "drift, latency and cost per model" },
      ]),
      fill(design, "serving.path", stepsOf(design, { route: 1, features: 3, predict: 6 })),
    ),
    confidence: "likely",
  };
}
