import type { Design } from "../../../design/design.ts";
import { flow, when, type Parts } from "../part.ts";
import { short, spaced } from "../words.ts";

/** Predictions that are made before anybody asks: the run, and where its results lie. */
export function aheadParts(design: Design): Parts {
  const { batch, mode } = design.serving ?? {};
  const runs = batch !== undefined || mode === "batch";
  const takes = batch?.takes && `in ${spaced(batch.takes.text)}`;
  const rows = batch?.rows && `${short(batch.rows.count)} rows`;
  const steps = (design.serving?.path ?? []).length;
  return {
    parts: [
      ...when(runs, {
        id: "batch",
        name: "Batch run",
        icon: "clock",
        plane: "online",
        layer: "serving",
        detail: [rows, takes].filter(Boolean).join(" ") || (batch?.every && `every ${spaced(batch.every.text)}`),
      }),
      ...when(runs, {
        id: "results",
        name: "Published results",
        icon: "table",
        plane: "online",
        layer: "serving",
        detail: batch?.usableFor
          ? `usable for ${spaced(batch.usableFor.text)}`
          : batch?.every && `every ${spaced(batch.every.text)}`,
      }),
    ],
    flows: runs
      ? [
          flow("offline-features", "batch", "features"),
          flow("batch", "model:rank", "score", "request"),
          ...(design.model?.parts ?? []).map(({ name }) => flow("model:rank", `model:${name}`, undefined, "request")),
          flow("batch", "results", batch?.every && `every ${spaced(batch.every.text)}`),
          steps > 0
            ? flow("path-end", "results", "read", "request")
            : flow("results", "client", "decisions", "response"),
          flow("batch", "decision-log", "decisions"),
        ]
      : [],
  };
}
