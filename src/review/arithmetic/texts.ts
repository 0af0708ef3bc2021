/** `8.7%`, `0.094%`, `99.95%`: three significant digits of the share or of what it lacks to the whole. */
export function percentText(share: number): string {
  if (share > 0.9 && share < 1) return `${Number((100 - Number(((1 - share) * 100).toPrecision(3))).toFixed(12))}%`;
  return `${Number((share * 100).toPrecision(3))}%`;
}

const scales: readonly (readonly [number, string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

/** `3.0M`, `122k`, `48`: a number that a reader takes in at a glance, three significant digits. */
export function countText(count: number): string {
  const [size, sign] = scales.find(([least]) => Math.abs(count) >= least * 0.9995) ?? [1, ""];
  return `${Number((count / size).toPrecision(3))}${sign}`;
}

const bytesScales: readonly (readonly [number, string])[] = [
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
];

/** `4.5 TB`. */
export function bytesText(bytes: number): string {
  const [size, sign] = bytesScales.find(([least]) => bytes >= least) ?? [1, "B"];
  return `${Number((bytes / size).toPrecision(3))} ${sign}`;
}

/** `105 $/month`, `12k $/month`. */
export const moneyText = (usdPerMonth: number): string => `${countText(usdPerMonth)} $/month`;
