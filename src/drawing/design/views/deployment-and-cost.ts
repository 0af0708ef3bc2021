import type { Design } from "../../../design/design.ts";
import { foldedAll, only, type Fold } from "../fold.ts";
import { flow, when, type Part, type Parts } from "../part.ts";
import { brief, counted } from "../words.ts";
import { elsewhere, hostId, hostsOf, type Host } from "./hosts.ts";
import { isOneOf, starts, type View } from "./view.ts";

const stores = isOneOf("event-log", "lake", "feature-store", "index", "cache", "results");
const making = isOneOf("trainer", "registry", "rollout");
const people = isOneOf("team", "annotators", "review");
const money = isOneOf("budget", "scaling");

/** What runs on which machines, what is stored where, who works on it, and what it may cost. */
export const deploymentAndCost: View = {
  title: "deployment and cost",
  zones: () => [
    { id: "callers", name: "Callers", tone: "source" },
    { id: "hosts", name: "Machines", tone: "online" },
    { id: "stores", name: "What is stored", tone: "offline" },
    { id: "making", name: "Training and release", tone: "training" },
    { id: "money", name: "Money and people", tone: "product" },
  ],
  choose: (all, design) => deployed(all, design),
  zoneOf,
};

function zoneOf(part: Part): string {
  if (part.id === "client") return "callers";
  if (money(part) || people(part)) return "money";
  if (making(part) || part.plane === "training") return "making";
  return stores(part) || part.plane === "offline" ? "stores" : "hosts";
}

function deployed(all: Parts, design: Design): Parts {
  const hosts = hostsOf(design, all.parts).filter(
    ({ carries }, at, list) => carries.length > 0 || list[at]!.part.plane !== "offline",
  );
  const carried = new Set(hosts.flatMap(({ carries }) => carries));
  const loose = all.parts.filter((part) => isLoose(part) && !carried.has(part.id));
  const rest = carrier(hosts) ?? elsewhere(design, loose.length);
  const added = [
    ...hosts.map(({ part }) => part),
    ...(loose.length > 0 && !hosts.some(({ part }) => part === rest) ? [rest] : []),
    ...sideParts(design),
  ];
  const flows = [
    ...all.flows,
    ...sideFlows(
      design,
      hosts.map(({ part }) => part.id),
      loose.length > 0,
    ),
  ];
  const folds: Fold[] = [
    ...hosts.map(({ part, carries }): Fold => ({ into: part.id, of: isOneOf(...carries), as: ownBadge })),
    { into: rest.id, of: isOneOf(...loose.map(({ id }) => id)), as: ownBadge },
  ];
  const drawn = foldedAll({ parts: [...added, ...all.parts], flows }, folds);
  return only(
    drawn,
    (part) =>
      part.id === "client" || stores(part) || making(part) || people(part) || money(part) || starts("host:")(part),
  );
}

/** How busy machines are; the budgets of the steps on them are marked where the steps are seen. */
const ownBadge = { badge: undefined } as const;

/** The machines that the other steps run on, where the design names such: an application, or the only ones left. */
function carrier(hosts: readonly Host[]): Part | undefined {
  const idle = hosts.filter(({ part, carries }) => carries.length === 0 && part.plane === "online");
  return (hosts.find(({ part }) => /app|gateway/i.test(part.id)) ?? (idle.length === 1 ? idle[0] : undefined))?.part;
}

/** Work that needs a machine. */
const isLoose = (part: Part): boolean =>
  starts("step:")(part) || part.id === "batch" || (part.plane === "online" && starts("component:")(part));

function sideParts({ requirements, serving, data }: Design): Part[] {
  const { budget, team } = requirements?.constraints ?? {};
  const { least, most } = serving?.scaling ?? {};
  const base = { plane: "online", layer: "product" } as const;
  return [
    ...when(budget, {
      id: "budget",
      name: "Budget",
      icon: "chart",
      detail: budget && budget.text.replace(" $", " $ ").replace("$ /", "$/"),
      ...base,
    }),
    ...when(serving?.scaling && (least ?? most), {
      id: "scaling",
      name: "Autoscaling",
      icon: "process",
      detail: most ? `${least ?? 1} to ${most} copies` : `at least ${least}`,
      ...base,
      layer: "serving",
    }),
    ...when(team?.engineers, {
      id: "team",
      name: "Engineers",
      icon: "person",
      detail: team?.engineers
        ? `${counted(team.engineers, "person", "people")}${team.onCall ? ", on call" : ""}`
        : undefined,
      ...base,
    }),
    ...when(data?.annotators, {
      id: "annotators",
      name: "People who label",
      icon: "review",
      detail: data?.annotators ? counted(data.annotators, "person", "people") : undefined,
      ...base,
    }),
  ];
}

function sideFlows(design: Design, hosts: readonly string[], loose: boolean) {
  const main =
    hosts.find((id) => /app|gateway|server|rank|scor|predict|model/i.test(id)) ??
    hosts[0] ??
    (loose ? hostId("application") : undefined);
  if (!main) return [];
  return [
    flow("scaling", main, design.serving?.scaling?.on && brief(design.serving.scaling.on, 22), "control"),
    flow("rollout", main, "release", "control"),
    flow("annotators", "trainer", "labels"),
  ];
}
