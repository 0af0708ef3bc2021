import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const runFile = promisify(execFile);

/** One throwaway environment per set of packages and process; each is removed when the process ends. */
const environments = new Map<string, Promise<string | undefined>>();

/** Peers are measured on one thread, as ours are. */
const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/**
 * Runs a Python script in a throwaway virtual environment that holds some packages.
 *
 * @param packages  names as pip takes them
 * @param script    source text; its arguments are `sys.argv[1:]`
 * @returns what it printed, trimmed; `undefined`, with a word on stderr, where Python or the packages cannot be had
 * @throws {Error} when the script itself fails
 */
export async function withPython(
  packages: readonly string[],
  script: string,
  args: readonly string[],
): Promise<string | undefined> {
  const key = [...packages].sort().join(" ");
  if (!environments.has(key)) environments.set(key, createEnvironment(packages));
  const folder = await environments.get(key)!;
  if (folder === undefined) return undefined;
  const file = join(folder, "script.py");
  await writeFile(file, script);
  const { stdout } = await runFile(pythonOf(folder), [file, ...args], {
    env: { ...process.env, ...oneThread },
    maxBuffer: 2 ** 26,
  });
  return stdout.trim();
}

const pythonOf = (folder: string): string =>
  process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");

async function createEnvironment(packages: readonly string[]): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "bench-python-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  try {
    await runFile("python3", ["-m", "venv", folder]);
    const quiet = ["--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"];
    await runFile(pythonOf(folder), ["-m", "pip", "install", ...quiet, ...packages], { timeout: 300_000 });
    return folder;
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.split("\n").find((line) => line.trim() !== "") : String(error);
    process.stderr.write(`Skipped: no Python with ${packages.join(", ")} can be had here (${reason}).\n`);
    return undefined;
  }
}
