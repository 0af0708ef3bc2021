import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headline, reportHtml } from "./html.ts";
import { fileHref, html } from "../../kit/markup.ts";
import { sampleReport } from "./testing/sample.ts";
import type { VerificationReport } from "./report.ts";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;

/** The sample with a hostile text wherever a text may stand. */
function hostileReport(): VerificationReport {
  const report = sampleReport();
  return {
    ...report,
    design: HOSTILE,
    file: HOSTILE,
    notes: [HOSTILE],
    conditions: { [HOSTILE]: HOSTILE },
    verdicts: report.verdicts.map((verdict) => ({
      ...verdict,
      because: HOSTILE,
      probe: HOSTILE,
      evidence: HOSTILE,
      claim: {
        ...verdict.claim,
        id: HOSTILE,
        sentence: HOSTILE,
        stated: HOSTILE,
        path: HOSTILE,
        place: { file: HOSTILE, line: 1 },
      },
      ...(verdict.measured && {
        measured: { ...verdict.measured, note: HOSTILE, sampleUnit: HOSTILE, conditions: { [HOSTILE]: HOSTILE } },
      }),
    })),
    loads: report.loads.map((load) => ({
      ...load,
      name: HOSTILE,
      refusal: HOSTILE,
      marks: [{ second: 1, label: HOSTILE }],
    })),
    models: report.models.map((models) => ({
      metric: HOSTILE,
      on: HOSTILE,
      rows: models.rows.map((row) => ({ ...row, name: HOSTILE, note: HOSTILE })),
    })),
  };
}

describe("reportHtml", () => {
  it("is one file that asks for nothing: no script, no source, no address", () => {
    const page = reportHtml(sampleReport());
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|https?:|\ssrc=|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  it("lets no text of a design become a tag or an attribute", () => {
    const page = reportHtml(hostileReport());
    expect(page).not.toMatch(/<script|<img/i);
    expect(page.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    // Outside of quoted attributes no event handler stands in any tag.
    const tags = page.match(/<[a-z][^>]*>/gi)!.map((tag) => tag.replaceAll(/"[^"]*"/g, ""));
    expect(tags.filter((tag) => /\son\w+|'/.test(tag))).toEqual([]);
  });

  it("opens and closes its tags in turn", () => {
    const open: string[] = [];
    const alone = new Set(["meta", "input", "br"]);
    for (const [, close, name, rest] of reportHtml(hostileReport()).matchAll(
      /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g,
    )) {
      if (close) expect(open.pop()).toBe(name);
      else if (!rest!.endsWith("/") && !alone.has(name!)) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it("shows each verdict with a word, its numbers and a picture in words", () => {
    const page = reportHtml(sampleReport());
    expect(page.match(/<tbody class="verdict /g)).toHaveLength(sampleReport().verdicts.length);
    expect(page).toContain("2 of 24 claims are broken.");
    expect(page).toContain('aria-label="measured 212 ms, interval 205–222 ms, target &lt;= 80 ms"');
    expect(page).toContain('href="./evidence/latency.json"');
  });

  it("stands with nothing in it", () => {
    const page = reportHtml({ ...sampleReport(), verdicts: [], loads: [], models: [] });
    expect(page).toContain("The design makes no claims yet.");
    expect(page).not.toContain("NaN");
  });

  it("draws no NaN and no Infinity, whatever was measured", () => {
    const report = sampleReport();
    const empty = { name: "idle", perSecond: 1, requests: 0, errors: 0, fallbacks: 0, curve: [], timeline: [] };
    const verdicts = report.verdicts.map((verdict) => ({
      ...verdict,
      ...(verdict.measured && {
        measured: { ...verdict.measured, value: 5, interval: { low: -Infinity, high: Infinity, confidence: 0.95 } },
      }),
    }));
    const page = reportHtml({ ...report, verdicts, loads: [empty] });
    expect(page).not.toMatch(/NaN|Infinity/);
  });
});

describe("headline", () => {
  it("says the worst first", () => {
    const { verdicts, ...rest } = sampleReport();
    const only = (statuses: string[]) =>
      headline({ ...rest, verdicts: verdicts.filter(({ status }) => statuses.includes(status)) });
    expect(only(["holds"])).toBe("All 13 claims hold.");
    expect(only(["holds", "untested"])).toBe("Nothing is broken: 13 of 18 claims hold, 5 untested.");
    expect(only(["holds", "broken"])).toBe("2 of 15 claims are broken.");
  });
});

describe("markup", () => {
  it("escapes any text and keeps it readable", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { markup } = html`<b title="${text}">${text}</b>`;
        expect(markup.slice('<b title="'.length)).not.toMatch(/^[^"]*[<>'][^"]*"/);
        expect(markup.match(/</g)).toHaveLength(2);
      }),
    );
  });

  it("links to files below the report only", () => {
    expect(fileHref("evidence/a b.json")).toBe("./evidence/a%20b.json");
    expect(fileHref("javascript:alert(1)")).toBe("./javascript%3Aalert(1)");
    expect(fileHref("//example.com/../../etc")).toBe("./example.com/etc");
  });
});
