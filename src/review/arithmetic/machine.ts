import type { Design } from "../../design/design.ts";
import { saidBy } from "../words.ts";

/** One line of `serving.hardware`, read. */
export interface Machine {
  readonly name: string;
  readonly index: number;
  readonly replicas: number;
  readonly cpus?: number;
  readonly accelerators?: number;
  /** Memory of one of them. */
  readonly bytes?: number;
  readonly text: string;
}

const sizes: Readonly<Record<string, number>> = {
  GB: 1e9,
  GiB: 1024 ** 3,
  TB: 1e12,
  TiB: 1024 ** 4,
  MB: 1e6,
  MiB: 1024 ** 2,
};

/** What a design runs on: `4 vCPU, 32 GiB`, `2 accelerators, 80 GiB`; the memory of several accelerators adds up. */
export function machinesOf({ serving }: Design): Machine[] {
  return (serving?.hardware ?? []).flatMap(({ for: name, on, replicas }, index) => {
    const text = saidBy(on);
    return text === undefined ? [] : [{ name, index, replicas: replicas ?? 1, text, ...readMachine(text) }];
  });
}

function readMachine(text: string): Pick<Machine, "cpus" | "accelerators" | "bytes"> {
  const cpus = Number(/(\d+)\s*v?CPUs?\b/i.exec(text)?.[1] ?? NaN);
  const accelerators = Number(/(\d+)\s*(?:accelerator|GPU)s?\b/i.exec(text)?.[1] ?? NaN);
  const memory = /(\d+(?:\.\d+)?)\s*(GiB|GB|TiB|TB|MiB|MB)\b/.exec(text);
  const bytes = memory ? Number(memory[1]) * sizes[memory[2]!]! : NaN;
  return {
    ...(cpus > 0 && { cpus }),
    ...(accelerators > 0 && { accelerators }),
    ...(bytes > 0 && { bytes: bytes * (accelerators > 1 ? accelerators : 1) }),
  };
}
