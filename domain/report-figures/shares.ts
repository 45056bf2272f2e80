/** A part of a whole from 0 to 1, to six decimals; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : toSix(part / whole);
}

export function toSix(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

const Z_95 = 1.959963984540054;

/** Wilson's 95 % interval of a share, to six decimals; null of nothing. Lies within 0 and 1 and holds the share itself. */
export function wilson(part: number, whole: number): { lower: number; upper: number } | null {
  if (whole === 0) return null;
  const p = part / whole;
  const z2 = Z_95 * Z_95;
  const centre = p + z2 / (2 * whole);
  const half = Z_95 * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole * whole));
  const scale = 1 + z2 / whole;
  const lower = part === 0 ? 0 : Math.max(0, (centre - half) / scale);
  const upper = part === whole ? 1 : Math.min(1, (centre + half) / scale);
  return { lower: toSix(lower), upper: toSix(upper) };
}
