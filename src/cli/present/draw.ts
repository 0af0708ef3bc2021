import type { DrawOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";

/** The picture as text, or where it lies, how large it is and what is on it. */
export function presentDraw({ text, file, bytes, count }: DrawOutput, { print }: Terminal): void {
  if (text !== undefined) return print(text);
  const size = bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
  const what = count ? `, ${count.components} components, ${count.connections} connections` : "";
  print(`Written: ${file} (${size}${what})`);
}
