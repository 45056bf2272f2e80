/** Samples a second that recordings are listened to at: the telephone's band is all there is to know. */
export const RATE = 8_000;
/** Samples between two looks (20 ms), and in one (64 ms). */
export const HOP = 160;
const WINDOW = 512;

/** What one look at the sound tells. */
export interface Look {
  /** Loudness in dB below full scale. */
  readonly level: number;
  /** Share of the strong tones that stand where they stood before and after, 0 to 1: notes stand, voices glide. */
  readonly steady: number;
  /** How much of the sound is in its strongest tone, 0 to 1: a ring or busy tone is one tone. */
  readonly pure: number;
  /** Share of the energy in tones rather than in noise, 0 to 1. */
  readonly tonal: number;
}

const COS = Float64Array.from({ length: WINDOW }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW));

/** Looks every 20 ms at mono samples at 8 kHz. */
export function looksAt(samples: Float32Array): Look[] {
  const count = Math.max(0, Math.floor((samples.length - WINDOW) / HOP) + 1);
  const peaks: { at: number; power: number }[][] = [];
  const rest: { level: number; pure: number; tonal: number }[] = [];
  const re = new Float64Array(WINDOW);
  const im = new Float64Array(WINDOW);
  const power = new Float64Array(WINDOW / 2);
  for (let n = 0; n < count; n += 1) {
    let energy = 0;
    for (let i = 0; i < WINDOW; i += 1) {
      const v = samples[n * HOP + i] as number;
      energy += v * v;
      re[i] = v * (COS[i] as number);
      im[i] = 0;
    }
    fourier(re, im);
    let sum = 1e-12;
    for (let k = 6; k < WINDOW / 2; k += 1) {
      power[k] = (re[k] as number) ** 2 + (im[k] as number) ** 2;
      sum += power[k] as number;
    }
    const found = peaksOf(power);
    const inPeaks = found.reduce((all, one) => all + one.power, 0);
    const best = Math.max(0, ...found.map((one) => one.power));
    peaks.push(found);
    rest.push({
      level: 10 * Math.log10(energy / WINDOW + 1e-10),
      pure: Math.min(1, best / sum),
      tonal: Math.min(1, inPeaks / sum),
    });
  }
  return rest.map((one, n) => ({ ...one, steady: steadyAt(peaks, n) }));
}

/** The strongest eight tones, each with its place between bins. */
function peaksOf(power: Float64Array): { at: number; power: number }[] {
  const found: { at: number; power: number }[] = [];
  for (let k = 7; k < power.length - 1; k += 1) {
    const [a, b, c] = [power[k - 1] as number, power[k] as number, power[k + 1] as number];
    if (b <= a || b < c) continue;
    const [la, lb, lc] = [Math.log(a + 1e-12), Math.log(b + 1e-12), Math.log(c + 1e-12)];
    const shift = (0.5 * (la - lc)) / (la - 2 * lb + lc - 1e-9);
    found.push({ at: k + shift, power: a + b + c });
  }
  const strong = found.sort((x, y) => y.power - x.power).slice(0, 8);
  const floor = (strong[0]?.power ?? 0) * 0.01;
  return strong.filter((one) => one.power >= floor);
}

/** How far before and after a tone must stand (looks): 100 ms each way. */
const APART = 5;

function steadyAt(peaks: readonly { at: number; power: number }[][], n: number): number {
  const here = peaks[n] ?? [];
  const before = peaks[n - APART];
  const after = peaks[n + APART];
  let all = 0;
  let stood = 0;
  for (const peak of here) {
    const weight = Math.sqrt(peak.power);
    all += weight;
    const near = (others: readonly { at: number }[] | undefined) =>
      others?.some((one) => Math.abs(one.at - peak.at) < 0.22) ?? false;
    if (near(before) || near(after)) stood += weight * (near(before) && near(after) ? 1 : 0.6);
  }
  return all === 0 ? 0 : stood / all;
}

/** In-place Fourier transform; the length is a power of two. */
function fourier(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i += 1) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] as number, re[i] as number];
      [im[i], im[j]] = [im[j] as number, im[i] as number];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    const angle = (-2 * Math.PI) / size;
    const half = size / 2;
    for (let k = 0; k < half; k += 1) {
      const wr = Math.cos(angle * k);
      const wi = Math.sin(angle * k);
      for (let i = k; i < n; i += size) {
        const j = i + half;
        const xr = (re[j] as number) * wr - (im[j] as number) * wi;
        const xi = (re[j] as number) * wi + (im[j] as number) * wr;
        re[j] = (re[i] as number) - xr;
        im[j] = (im[i] as number) - xi;
        re[i] = (re[i] as number) + xr;
        im[i] = (im[i] as number) + xi;
      }
    }
  }
}
