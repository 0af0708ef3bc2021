import { defineDrill } from "../drill.ts";
import { pathDrill } from "../drilling/path-drill.ts";
import { nothingDrawn, subjectOf } from "../drilling/subject.ts";

export default defineDrill({
  id: "region-lost",
  name: "A region is lost",
  asked: /region|data ?cent(er|re)|availability zone|\baz\b/i,
  run(setting) {
    const subject = subjectOf(setting);
    if (!subject)
      return nothingDrawn(["No request path is drawn, so nobody can say what a lost region takes with it."]);
    const said = /\b([2-9]) regions\b/i.exec(setting.board.text)?.[1];
    const regions = Number(said ?? 2);
    const opens = `One of ${regions} regions is lost: the other machines get all requests.`;
    const assumed = said ? [] : ["regions were not drawn: two equal ones are taken, each with half of the machines"];
    return pathDrill(subject, setting, { fault: { machinesLeft: 1 - 1 / regions }, opens, assumed });
  },
});
