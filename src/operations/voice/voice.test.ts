import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { Problem } from "../../kit/problem.ts";
import { reviewDesign } from "../../review/review.ts";
import { rules } from "../../review/rules/index.ts";
import { remarksOn } from "./remarks-on.ts";
import { voiceSettings } from "./settings.ts";
import { modelThat, saying, stopModel, type Answer, type Format } from "./testing/model-server.ts";

const text = "plumbline: 1\nname: peak\nrequirements: {scale: {requests: {average: 9/s, peak: 2/s}}}\n";
const review = reviewDesign(parseDesign(text, "peak.design.yaml").document!, { rules });
const good = JSON.stringify({ remarks: [{ finding: 1, explanation: "Two numbers were exchanged." }] });

const ask = (url: string, limits = { timeoutMillis: 20_000, replyBytes: 50_000 }, more: Record<string, string> = {}) =>
  remarksOn(
    review,
    voiceSettings({ PLUMB_MODEL_URL: url, PLUMB_MODEL: "small", PLUMB_MODEL_KEY: "k3y", ...more }),
    limits,
  );

const codeOf = async (asking: Promise<unknown>): Promise<Problem> =>
  await asking.then(
    () => expect.fail("it was taken"),
    (error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    },
  );

describe.each<Format>(["openai", "anthropic"])("a model in the format of %s", (format) => {
  it("explains a finding that is there, under its own name", async () => {
    const { asked, url } = await modelThat(saying(good));
    expect(await ask(url(format))).toEqual([
      { finding: review.findings[0], model: "small", explanation: "Two numbers were exchanged." },
    ]);
    expect(asked[0]!.body.model).toBe("small");
    expect(asked[0]!.body.messages.at(-1)!.content).toContain(review.findings[0]!.rule);
    expect(asked[0]!.headers[format === "openai" ? "authorization" : "x-api-key"]).toMatch(/^(?:Bearer )?k3y$/);
  });

  it("is asked once more, with what was wrong, and no third time", async () => {
    const { asked, url } = await modelThat(saying("Sure! Here it is.", good));
    expect(await ask(url(format))).toHaveLength(1);
    expect(asked.map(({ body }) => body.messages.at(-1)!.content.includes("It is not JSON"))).toEqual([false, true]);
    stopModel();
    const broken = await modelThat(saying("never"));
    expect((await codeOf(ask(broken.url(format)))).code).toBe("review/voice-unusable");
    expect(broken.asked).toHaveLength(2);
  });

  it("cannot add a finding, by number, by key or by saying one twice", async () => {
    const lies = [
      { remarks: [{ finding: review.findings.length + 1, explanation: "There is another." }] },
      { remarks: [], findings: [{ rule: "made-up", severity: "blocker" }] },
      { remarks: [{ finding: 1, severity: "hint" }] },
      { remarks: [{ finding: 1 }, { finding: 1 }] },
      { remarks: [{ finding: 0 }] },
    ];
    for (const lie of lies) {
      const { url } = await modelThat(saying(JSON.stringify(lie)));
      expect((await codeOf(ask(url(format)))).code, JSON.stringify(lie)).toBe("review/voice-unusable");
      stopModel();
    }
  });

  it("cannot steer a terminal, nor write a line that looks like one of the review", async () => {
    const explanation = "\u001b[2J\u202eevil\nblocker  made-up\r\u0007";
    const { url } = await modelThat(saying(JSON.stringify({ remarks: [{ finding: 1, explanation }] })));
    const [remark] = await ask(url(format));
    expect(remark!.explanation).toBe("[2J evil blocker made-up");
  });
});

describe("a model that is of no help", () => {
  it.each<[string, Answer, RegExp]>([
    ["is silent", () => undefined, /did not answer within 0\.3 s/],
    ["stops in the middle", (_, response) => response.write('{"choices": ['), /did not answer within 0\.3 s/],
    ["refuses", (_, response) => response.writeHead(401).end("k3y is wrong"), /status 401/],
    ["says too much", (_, response) => response.end("x".repeat(60_000)), /longer than 50000 bytes/],
    ["speaks another format", (_, response) => response.end("{}"), /neither of the two known formats/],
    ["hangs up", (_, response) => response.destroy(), /cannot be reached/],
    [
      "sends elsewhere",
      (_, response) => response.writeHead(307, { location: "http://127.0.0.1:9/v1/messages" }).end(),
      /sends elsewhere/,
    ],
  ])("%s is reported, without the key", async (_, answer, words) => {
    const { url } = await modelThat(answer);
    const limits = {
      timeoutMillis: words.source.includes("0") && words.source.includes("within") ? 300 : 20_000,
      replyBytes: 50_000,
    };
    const { code, found, fix } = await codeOf(ask(url("openai"), limits));
    expect(code).toBe("review/voice-failed");
    expect(found).toMatch(words);
    expect(found + fix).not.toContain("k3y");
  });

  it("is not asked where nothing was found, and is told apart from one that is not set up", async () => {
    const { asked, url } = await modelThat(saying(good));
    const settings = voiceSettings({ PLUMB_MODEL_URL: url("openai"), PLUMB_MODEL: "small" });
    expect(await remarksOn({ ...review, findings: [] }, settings)).toEqual([]);
    expect(asked).toEqual([]);
    for (const url of [undefined, "", "file:///etc/hosts", "nowhere"])
      expect(() => voiceSettings({ PLUMB_MODEL_URL: url, PLUMB_MODEL: "small" })).toThrow(/none is set up/);
  });

  it("gets its key in the header that was asked for", async () => {
    const { asked, url } = await modelThat(saying(good));
    await ask(url("openai"), undefined, { PLUMB_MODEL_HEADER: "api-key" });
    expect(asked[0]!.headers["api-key"]).toBe("k3y");
    expect(asked[0]!.headers.authorization).toBeUndefined();
  });
});
