import type { Design } from "../../../design/design.ts";
import type { Part } from "../part.ts";
import { pathSteps } from "../parts/steps.ts";
import { brief, counted, title } from "../words.ts";

type Hardware = NonNullable<NonNullable<Design["serving"]>["hardware"]>[number];

/** Machines of one kind, and the ids of the components that run on them. */
export interface Host {
  readonly part: Part;
  readonly carries: readonly string[];
}

export const hostId = (name: string): string => `host:${name}`;

/** Which component runs where: hardware is matched to steps and stores by the words of `for`. */
export function hostsOf(design: Design, parts: readonly Part[]): Host[] {
  const list = design.serving?.hardware ?? [];
  const taken = new Set<string>();
  const named = [...new Map(list.map((hardware) => [hardware.for, hardware])).values()];
  return named.map((hardware) => {
    const carries = parts
      .filter((part) => !taken.has(part.id) && runsOn(part, hardware, design, parts))
      .map(({ id }) => id);
    for (const id of carries) taken.add(id);
    return { part: hostPart(hardware), carries };
  });
}

function hostPart({ for: what, on, replicas, utilisation }: Hardware): Part {
  const used = utilisation && `${utilisation.text} used`;
  return {
    id: hostId(what),
    name: title(brief(what, 34)),
    icon: /accelerator|gpu|tops/i.test(on) ? "chip" : /vehicle|phone|device|core/i.test(on) ? "device" : "gateway",
    plane: /train/i.test(what) ? "training" : /stream|queue|fan-out/i.test(what) ? "offline" : "online",
    layer: "serving",
    detail: [`${replicas ? `${replicas} × ` : ""}${brief(on, 26)}`, used].filter(Boolean).join(", "),
  };
}

/** Whether the words of a component or of what it uses stand in what the hardware is for. */
function runsOn(part: Part, { for: what }: Hardware, design: Design, parts: readonly Part[]): boolean {
  const words = what.toLowerCase();
  const step = pathSteps(design).find(({ id }) => id === part.id)?.step;
  if (/train/.test(words)) return part.id === "trainer";
  if (/store/.test(words) && !/(^| and )(scor|rank)/.test(words)) {
    return parts.some((other) => serviceIn(other, words)) ? serviceIn(part, words) : part.id === "feature-store";
  }
  if (/stream|queue|fan-out/.test(words)) return part.id === "event-log" || part.id === "stream-features";
  if (/run/.test(words) && /nightly|batch/.test(words))
    return part.id === "batch" || (words.includes("train") && part.id === "trainer");
  if (part.id === "index") return /index|retriev/.test(words);
  return step !== undefined && stems(step.step, step.uses).some((stem) => words.includes(stem));
}

const serviceIn = ({ id }: Part, words: string): boolean =>
  id.startsWith("service:") && words.includes(id.slice("service:".length).toLowerCase());

/** `rank` is found in `ranker`, `score` in `scoring`. */
const stems = (step: string, uses: string | undefined): string[] =>
  [step, ...(uses ?? "").split(/ and |, /)]
    .map((name) => name.toLowerCase().replace(/(?:ing|er|e|s)$/, ""))
    .filter((stem) => stem.length > 2);

/** Where the steps run that no hardware is named for. */
export function elsewhere(design: Design, steps: number): Part {
  const rest = design.serving?.scaling?.least;
  const device = design.serving?.mode === "on-device";
  return {
    id: hostId("application"),
    name: device ? "Device" : "Application",
    icon: device ? "device" : "gateway",
    plane: "online",
    layer: "serving",
    detail: rest ? `at least ${counted(rest, "copy", "copies")}` : counted(steps, "step"),
  };
}
