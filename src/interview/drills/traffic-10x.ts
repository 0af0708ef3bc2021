import { defineDrill } from "../drill.ts";
import { pathDrill } from "../drilling/path-drill.ts";
import { nothingDrawn, subjectOf } from "../drilling/subject.ts";

export default defineDrill({
  id: "traffic-10x",
  name: "Ten times the traffic",
  asked:
    /\b10\s?(x|times|fold)|ten (times|fold)|traffic (spike|surge|grows|doubles)|black friday|viral|more (load|traffic|users)/i,
  run(setting) {
    const subject = subjectOf(setting);
    if (!subject)
      return nothingDrawn(["No request path is drawn, so there is nothing that ten times the traffic could meet."]);
    const opens = `Ten times the load: ${Number((10 * subject.peakPerSecond).toPrecision(3))} requests/s arrive, and the machines are what they were.`;
    return pathDrill(subject, setting, { fault: { loadTimes: 10 }, opens });
  },
});
