import { defineDrill } from "../drill.ts";
import { pathDrill } from "../drilling/path-drill.ts";
import { nothingDrawn, stationsOf, subjectOf } from "../drilling/subject.ts";

const share = 0.2;

export default defineDrill({
  id: "hot-key",
  name: "A hot key",
  asked: /hot[- ]?(key|spot|shard|partition|item|user)|celebrity|skewed (key|shard)/i,
  run(setting) {
    const subject = subjectOf(setting);
    if (!subject) return nothingDrawn(["No request path is drawn, so no store on it can have a hot key."]);
    const [station] = stationsOf(subject, setting, {
      kinds: ["features", "store", "cache"],
      names: /feature|lookup|profile|store/i,
    });
    if (!station)
      return nothingDrawn(
        [`The ${subject.from} shows no store on the request path that is spread by key.`],
        subject.peakPerSecond,
      );
    const copies = Math.round(subject.path.stations.find(({ name }) => name === station)!.replicas?.value ?? 1);
    if (copies < 2)
      return nothingDrawn(
        [`${station} has one copy, so that a hot key meets the same machine as all others.`],
        subject.peakPerSecond,
      );
    const part = share + (1 - share) / copies;
    const opens = `One key gets ${share * 100}% of the lookups in ${station}: the copy that holds it gets ${Math.round(part * 100)}% of them, where an even share of ${copies} is ${Math.round(100 / copies)}%.`;
    const assumed = [
      `copies of ${station} are taken to be split by key, one of them with ${share * 100}% of lookups on a single key`,
    ];
    return pathDrill(subject, setting, { fault: { hotKey: { station, copies, share } }, opens, assumed });
  },
});
