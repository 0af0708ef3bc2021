import type { Design } from "../../design/design.ts";
import { onlineStoreBytes } from "../../sizing/index.ts";
import { machinesOf } from "../arithmetic/machine.ts";
import { bytesText, countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Bytes of a stored number. */
const numberBytes = 8;

export default defineRule({
  id: "store-does-not-fit",
  stage: "features",
  kind: "arithmetic",
  severity: "blocker",
  why: "A feature store that is larger than its memory drops rows, and the model is served the value for `missing`.",
  source: "Kleppmann, Designing Data-Intensive Applications (2017), chapter 3",
  asks: "How many people, how many bytes for each, how many copies, and how much memory have you planned?",
  bad: (sound) => edited(sound, { "features[card_payments_1h].bytes": "16kB" }),
  *check({ design }) {
    const machine = machinesOf(design).find(
      ({ name, bytes }) => bytes && /\b(?:feature|people|online|counter)\s+store/i.test(name),
    );
    if (!machine) return;
    const kinds = storedKinds(design);
    const needed = kinds.reduce((sum, { bytes }) => sum + bytes, 0);
    const there = machine.bytes! * machine.replicas;
    if (needed <= there) return;
    yield {
      at: ["serving", "hardware", machine.index, "on"],
      found: `One copy of the stored features takes ${bytesText(needed)}, and ${machine.name} has ${bytesText(there)}.`,
      clears: "use more memory, store fewer or smaller features, or only those of active people",
      working: {
        inputs: [
          ...kinds.map(({ name, text, at }) => ({ name, value: text, at })),
          {
            name: machine.name,
            value: `${machine.replicas} × ${machine.text}`,
            at: ["serving", "hardware", machine.index],
          },
        ],
        sum: kinds.map(({ text }) => text).join(" + "),
        result: `${bytesText(needed)} of ${bytesText(there)}`,
      },
    };
  },
});

/** Rows of people and of items, with the width that their features give; crossings are left out, so it is a lower bound. */
function storedKinds({ features, requirements }: Design) {
  const { users, items } = requirements?.scale ?? {};
  const counts = [
    { group: "user", name: "people", count: users?.count, at: "requirements.scale.users" },
    { group: "item", name: "items", count: items?.count, at: "requirements.scale.items" },
  ];
  return counts.flatMap(({ group, name, count, at }) => {
    const own = (features ?? []).filter((one) => one.group === group && one.computed !== "on-demand");
    if (count === undefined || own.length === 0) return [];
    const width = own.reduce((sum, { bytes }) => sum + (bytes?.bytes ?? numberBytes), 0);
    const bytes = onlineStoreBytes({ entities: count, bytesPerRow: width, overheadBytes: 0 });
    return [{ name, bytes, at, text: `${countText(count)} × ${bytesText(width)}` }];
  });
}
