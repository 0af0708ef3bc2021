import { defineDrill } from "../drill.ts";
import { pathDrill } from "../drilling/path-drill.ts";
import { nothingDrawn, stationsOf, subjectOf } from "../drilling/subject.ts";

const times = 10;

export default defineDrill({
  id: "slow-dependency",
  name: "A dependency is slow",
  asked: /slow|hangs?\b|latency (spike|doubles|rises)|times? out|degraded/i,
  run(setting) {
    const subject = subjectOf(setting);
    if (!subject) return nothingDrawn(["No request path is drawn, so nothing on it can be slow."]);
    const [called] = stationsOf(subject, setting, {
      kinds: ["features", "retrieval", "store"],
      names: /feature|lookup|profile|retriev|search|index/i,
    });
    const station = called ?? subject.path.stations.filter(({ step }) => step >= 0).at(-1)!.name;
    const { deadline } = subject.document.design.serving ?? {};
    const opens = `${station} takes ${times} times as long as before${deadline ? `; a request waits at most ${deadline.text}` : ", and no timeout is shown, so that everybody waits"}.`;
    return pathDrill(subject, setting, { fault: { slow: { stations: [station], times } }, opens });
  },
});
