import { basename, dirname, join } from "node:path";
import { writeWhole } from "../../run/keep.ts";
import { reportHtml } from "../../verify/report/html.ts";
import { reportJson, type VerificationReport } from "../../verify/report/report.ts";

export interface WrittenReport {
  readonly html: string;
  readonly json: string;
}

/** Writes the page and the JSON evidence into a folder. @throws {Problem} `run/bad-folder` */
export function writeReport(report: VerificationReport, folder: string): WrittenReport {
  return {
    html: writeWhole(folder, "report.html", reportHtml(report)),
    json: writeWhole(folder, "report.json", reportJson(report)),
  };
}

/** Writes files of evidence beside the report. @throws {Problem} `run/bad-folder` */
export function evidenceWriter(folder: string): (name: string, text: string) => void {
  return (name, text) => {
    writeWhole(join(folder, dirname(name)), basename(name), text);
  };
}
