import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLanguageServer, type LanguageClient } from "./fixtures/language-client.ts";

const schema = join(import.meta.dirname, "../schema/design.schema.json");
let folder: string;
let client: LanguageClient;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumb-editor-"));
  mkdirSync(join(folder, "designs"));
  client = await startLanguageServer(pathToFileURL(folder).href);
});
afterAll(() => {
  client.stop();
  rmSync(folder, { recursive: true });
});

/** Opens a design whose first line is the modeline, as `plumb new` writes it. `|` marks the cursor. */
function open(body: string): { uri: string; position: { line: number; character: number } } {
  const modeline = `# yaml-language-server: $schema=${relative(join(folder, "designs"), schema)}\n`;
  const text = `${modeline}plumbline: 1\nname: x\n${body}`;
  const before = text.split("|")[0]!;
  const uri = pathToFileURL(join(folder, "designs", `${++count}.design.yaml`)).href;
  client.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: text.replace("|", "") },
  });
  return { uri, position: { line: before.split("\n").length - 1, character: before.split("\n").at(-1)!.length } };
}

async function completions(body: string): Promise<{ label: string; documentation?: unknown }[]> {
  const { uri, position } = open(body);
  const found = (await client.request("textDocument/completion", { textDocument: { uri }, position })) as {
    items: { label: string; documentation?: unknown }[];
  };
  return found.items;
}

describe("a YAML language server, told of the schema by the modeline alone", () => {
  it("completes the keys of a stage, with their descriptions", async () => {
    const items = await completions("serving:\n  |");
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["mode", "path", "deadline", "fallback", "rollout", "review"]),
    );
    const deadline = items.find(({ label }) => label === "deadline")!;
    expect(JSON.stringify(deadline.documentation)).toContain("When a request stops waiting");
  });

  it("completes the words that a value may be", async () => {
    const labels = (await completions("serving:\n  mode: |")).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["online", "batch", "near-real-time", "streaming", "on-device"]));
  });

  it("explains a key under the cursor", async () => {
    const { uri, position } = open("monitoring:\n  decay|: {metric: recall, alarm: 10% below launch}\n");
    const hover = await client.request("textDocument/hover", { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain("How a model that has become worse is noticed");
  });

  it("marks a misspelt key, and nothing in a sound document", async () => {
    const diagnosticsOf = async (body: string) => {
      const { uri } = open(body);
      const said = (await client.heard(
        "textDocument/publishDiagnostics",
        (one) => (one as { uri: string }).uri === uri,
      )) as {
        diagnostics: { message: string; range: { start: { line: number } } }[];
      };
      return said.diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`);
    };
    expect(await diagnosticsOf("serving:\n  deadlin: 5ms\n")).toEqual([expect.stringMatching(/^4: .*deadlin/)]);
    expect(await diagnosticsOf("serving:\n  deadline: 5ms\n  cache: 'none: fast enough'\n")).toEqual([]);
  });
});
