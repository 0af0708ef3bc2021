import { only } from "../fold.ts";
import type { Part } from "../part.ts";
import { isOneOf, starts, type View } from "./view.ts";

const ends = isOneOf("rollout", "decision-log", "stream-features", "offline-features");
const guards = isOneOf("fallback", "review", "guard", "decision-log");

/** One request: who asks, step by step, what each step calls, and what answers when one fails. */
export const requestPath: View = {
  title: "request path",
  zones: ({ serving }) => [
    { id: "safety", name: "When it is unsure or fails", tone: "feedback" },
    { id: "path", name: serving?.mode === "batch" ? "The run" : "Steps", tone: "online" },
    { id: "models", name: "Models and candidates", tone: "training" },
    { id: "stores", name: "Stores and services", tone: "product" },
    { id: "feeds", name: "Prepared before", tone: "offline" },
  ],
  choose: (all) => {
    const path = only(all, (part) => part.plane === "online" || ends(part) || starts("precompute:")(part));
    return only(path, (part) => connected(part, path) && path.parts.some(starts("step:", "batch", "client")));
  },
  zoneOf,
};

/** What stands alone in this view says nothing here. */
const connected = ({ id }: Part, { flows }: { readonly flows: readonly { from: string; to: string }[] }): boolean =>
  id === "client" || flows.some(({ from, to }) => from === id || to === id);

function zoneOf(part: Part): string {
  if (part.plane === "offline" || part.id === "rollout") return "feeds";
  if (
    starts("model:", "retrieve:")(part) ||
    part.id === "index" ||
    (part.icon === "model" && starts("component:")(part))
  )
    return "models";
  if (guards(part)) return "safety";
  if (isOneOf("feature-store", "cache")(part) || starts("service:", "component:")(part)) return "stores";
  return "path";
}
