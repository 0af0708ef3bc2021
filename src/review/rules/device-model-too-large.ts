import { bytesText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "device-model-too-large",
  stage: "serving",
  kind: "arithmetic",
  severity: "blocker",
  why: "Parts that together are larger than the room on the device cannot be installed.",
  source: "Warden and Situnayake, TinyML (2019), chapter 3",
  asks: "How large may the model be on the weakest device, and how large are its parts together?",
  base: "driving-perception",
  bad: (sound) => edited(sound, { "serving.onDevice.bytes": "1MB" }),
  *check({ design }) {
    const stated = design.serving?.onDevice?.bytes;
    const parts = [
      ...(design.model?.rank?.bytes
        ? [{ name: "rank", bytes: design.model.rank.bytes, at: ["model", "rank", "bytes"] }]
        : []),
      ...(design.model?.parts ?? []).flatMap(({ name, bytes }, i) =>
        bytes ? [{ name, bytes, at: ["model", "parts", i, "bytes"] }] : [],
      ),
    ];
    const sum = parts.reduce((total, { bytes }) => total + bytes.bytes, 0);
    if (!stated || sum <= stated.bytes * 1.03) return;
    yield {
      at: "serving.onDevice.bytes",
      found: `The parts take ${bytesText(sum)} together, and ${stated.text} is the size on the device.`,
      clears: `allow ${bytesText(sum)}, or make the parts smaller`,
      working: {
        inputs: [
          ...parts.map(({ name, bytes, at }) => ({ name, value: bytes.text, at })),
          { name: "on the device", value: stated.text, at: "serving.onDevice.bytes" },
        ],
        sum: parts.map(({ bytes }) => bytes.text).join(" + "),
        result: bytesText(sum),
      },
    };
  },
});
