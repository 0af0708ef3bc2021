import { open } from "node:fs/promises";

const CHUNK_CHARACTERS = 1 << 20;

/**
 * Writes lines to a file in pieces of about a megabyte, so that memory does not grow with the file.
 *
 * @param lines  without line ends
 * @returns the number of lines written
 */
export async function writeLines(path: string, lines: Iterable<string>): Promise<number> {
  const file = await open(path, "w");
  try {
    let count = 0;
    let chunk = "";
    for (const line of lines) {
      chunk += line;
      chunk += "\n";
      count++;
      if (chunk.length < CHUNK_CHARACTERS) continue;
      await file.writeFile(chunk);
      chunk = "";
    }
    await file.writeFile(chunk);
    return count;
  } finally {
    await file.close();
  }
}

/** `2024-01-31 19:06:53`, UTC; days are remembered, because neighbouring rows share them. */
export function timestampWriter(): (timeMillis: number) => string {
  const days = new Map<number, string>();
  return (timeMillis) => {
    const day = Math.floor(timeMillis / 86_400_000);
    let date = days.get(day);
    if (date === undefined) days.set(day, (date = new Date(timeMillis).toISOString().slice(0, 10)));
    const second = Math.floor(timeMillis / 1000) - day * 86_400;
    return `${date} ${twoDigits(second / 3600)}:${twoDigits((second / 60) % 60)}:${twoDigits(second % 60)}`;
  };
}

/** US dollars with two decimals. */
export function dollars(cents: number): string {
  const whole = Math.floor(cents / 100);
  return `${whole}.${twoDigits(cents - whole * 100)}`;
}

const DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));
const twoDigits = (value: number): string => DIGITS[Math.floor(value)]!;
