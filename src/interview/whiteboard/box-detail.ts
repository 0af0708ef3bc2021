import type { BoardBox } from "./board.ts";

/** The numbers of a box in a few words: `p50 12 ms, p99 30 ms, 4 copies, 600/s`. */
export function boxDetail({ p50Millis, p99Millis, replicas, numbers }: BoardBox): string {
  const told = /^p(50|99)|^median|^[x×]\s?\d|replica|cop(y|ies)|pods?$|instances?$|nodes?$|machines?$|servers?$/i;
  const short = (millis: number) => Number(millis.toPrecision(4));
  const inLines = (text: string) => !told.test(text);
  return [
    ...(p50Millis === undefined ? [] : [`p50 ${short(p50Millis)} ms`]),
    ...(p99Millis === undefined ? [] : [`p99 ${short(p99Millis)} ms`]),
    ...(replicas === undefined ? [] : [replicas === 1 ? "1 copy" : `${replicas} copies`]),
    ...numbers.map(({ text }) => text).filter(inLines),
  ].join(", ");
}
