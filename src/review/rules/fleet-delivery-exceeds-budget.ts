import { fleetBytesPerMonth, priceBook } from "../../sizing/index.ts";
import { secondsPerMonth } from "../../kit/quantity.ts";
import { budgetOf } from "../arithmetic/money.ts";
import { bytesText, countText, moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "fleet-delivery-exceeds-budget",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "A model for devices is sent to each of them at each release, and the network is paid by the byte.",
  source: "List prices of network egress, largest discount, 2026",
  asks: "How large is the model, how many devices take it, how often a month, and what does sending it cost?",
  base: "driving-perception",
  bad: (sound) => edited(sound, { "serving.onDevice.bytes": "80GB", "serving.onDevice.fleet": "50M" }),
  *check({ design }) {
    const budget = budgetOf(design);
    const { bytes, fleet } = design.serving?.onDevice ?? {};
    const every = design.model?.train?.every;
    if (!budget || !bytes || !fleet || !every) return;
    const releasesPerMonth = secondsPerMonth / every.seconds;
    const sent = fleetBytesPerMonth({ modelBytes: bytes.bytes, devices: fleet.count, releasesPerMonth });
    const usd = (sent / 1024 ** 3) * priceBook.egressGib.lowUsd;
    if (usd <= budget.usdPerMonth) return;
    yield {
      at: "serving.onDevice.bytes",
      found: `Sending ${bytes.text} to ${fleet.text} devices every ${every.text} costs ${moneyText(usd)}; the budget is ${budget.text}.`,
      clears: "send only what changed, release less often, or raise the budget",
      working: {
        inputs: [
          { name: "model", value: bytes.text, at: "serving.onDevice.bytes" },
          { name: "devices", value: fleet.text, at: "serving.onDevice.fleet" },
          { name: "released every", value: every.text, at: "model.train.every" },
          budget.input,
        ],
        sum: `${bytesText(bytes.bytes)} × ${countText(fleet.count)} × ${Number(releasesPerMonth.toPrecision(2))} a month × ${priceBook.egressGib.lowUsd} $ per GiB`,
        result: moneyText(usd),
      },
    };
  },
});
