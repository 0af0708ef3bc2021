/** What one machine has, as `4 vCPU, 16 GiB` says. */
export interface MachineParts {
  readonly vcpus: number;
  readonly memoryGib: number;
  readonly accelerators: number;
  /** Memory of one accelerator; 0 where it is not said. */
  readonly acceleratorGib: number;
}

const gibPer = { GiB: 1, TiB: 1024, MiB: 1 / 1024, GB: 1e9 / 2 ** 30, TB: 1e12 / 2 ** 30, MB: 1e6 / 2 ** 30 } as const;

/**
 * Reads `4 vCPU, 16 GiB`, `1 accelerator, 24 GiB`, `8 vCPU, 32 GiB, 2 accelerators of 80 GiB`. Memory written beside an
 * accelerator and no vCPU is the accelerator's own.
 *
 * @returns `undefined` for words that name neither vCPUs nor accelerators, such as `phone`
 */
export function readMachine(text: string): MachineParts | undefined {
  const vcpus = amount(/([\d.]+)\s*(?:v?CPUs?|cores?)\b/i, text);
  const accelerators = amount(/([\d.]+)\s*(?:accelerators?|GPUs?|TPUs?)\b/i, text);
  if (!vcpus && !accelerators) return undefined;
  const memories = [...text.matchAll(/([\d.]+)\s*(GiB|TiB|MiB|GB|TB|MB)\b/g)].map(
    ([, size, unit]) => Number(size) * gibPer[unit as keyof typeof gibPer],
  );
  const [first = 0, second = 0] = memories;
  if (!accelerators) return { vcpus: vcpus!, memoryGib: first, accelerators: 0, acceleratorGib: 0 };
  if (!vcpus) return { vcpus: 0, memoryGib: 0, accelerators, acceleratorGib: first };
  return { vcpus, memoryGib: first, accelerators, acceleratorGib: second };
}

function amount(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)?.[1];
  const value = Number(found);
  return found === undefined || !Number.isFinite(value) || value <= 0 ? undefined : value;
}
