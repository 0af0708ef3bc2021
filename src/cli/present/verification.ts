import { placeText, reportText, type VerificationReport } from "../../index.ts";
import type { Terminal } from "../terminal.ts";

export interface Verified {
  readonly report: VerificationReport;
  readonly html: string;
  readonly json: string;
}

/** The verdict table, and where the whole report lies. */
export function presentVerification({ report, html, json }: Verified, terminal: Terminal): void {
  terminal.print(`\n${reportText(report, { color: terminal.color, width: terminal.width })}`);
  terminal.say("report", `${html}\n${json}`);
}

/** Broken claims by name and place, for a log that nobody scrolls. */
export function tellBroken(report: VerificationReport, terminal: Terminal): void {
  const broken = report.verdicts.filter(({ status }) => status === "broken");
  for (const { claim, because } of broken)
    terminal.tell(`broken  ${placeText(claim.place) ?? claim.path}\n        ${claim.sentence}\n        ${because}`);
}
