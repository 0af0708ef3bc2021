import { defineDrill } from "../drill.ts";
import { pathDrill } from "../drilling/path-drill.ts";
import { nothingDrawn, subjectOf } from "../drilling/subject.ts";

export default defineDrill({
  id: "cache-cold",
  name: "The cache is cold",
  asked:
    /cache.{0,30}(cold|empty|flush|down|dies|lost|restart|stampede|clear)|(cold|empty|flush).{0,20}cache|cache-cold/i,
  run(setting) {
    const subject = subjectOf(setting);
    if (!subject) return nothingDrawn(["No request path is drawn, so there is no cache that could be cold."]);
    const { hits } = subject.path;
    if (!hits)
      return nothingDrawn(
        [`The ${subject.from} shows no cache of whole answers with a hit share, so nothing changes when one is empty.`],
        subject.peakPerSecond,
      );
    const opens = `The cache is empty: the ${Math.round(hits.value * 100)}% of requests that it answered go down the path.`;
    return pathDrill(subject, setting, { fault: { coldCache: true }, opens });
  },
});
