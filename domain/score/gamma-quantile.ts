import { DomainError } from "../errors";

// Lanczos, g = 7, nine terms: about 15 digits for arguments above one half.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const EPSILON = 1e-16;
const TINY = 1e-300;
/** Terms needed near x = shape grow with √shape; this holds to shapes of about 10⁸. */
const MAX_TERMS = 200_000;

/** P(shape, x): the regularised lower incomplete gamma function, by series below shape + 1, by continued fraction above. */
export function gammaCdf(x: number, shape: number): number {
  if (!(shape > 0)) throw new DomainError("invalid", { shape });
  if (!(x > 0)) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? front * lowerSeries(x, shape) : 1 - front * upperFraction(x, shape);
}

function lowerSeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MAX_TERMS; n++) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return sum;
}

/** Modified Lentz. */
function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < EPSILON * 4) break;
  }
  return h;
}

/**
 * The value below which a share `p` of Gamma(shape, rate) lies, 0 < p < 1. Newton on ln x inside a bracket that is halved whenever
 * a step would leave it, so it always ends. Throws `invalid`.
 */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  if (!(p > 0 && p < 1) || !(shape > 0 && Number.isFinite(shape)) || !(rate > 0 && Number.isFinite(rate)))
    throw new DomainError("invalid", { p, shape, rate });
  const logGammaShape = logGamma(shape);
  let low = -740;
  let high = Math.log(shape + 40 + 20 * Math.sqrt(shape));
  let u = Math.min(Math.max(startOf(p, shape, logGammaShape), low), high);
  for (let i = 0; i < 200; i++) {
    const x = Math.exp(u);
    const over = gammaCdf(x, shape) - p;
    if (over === 0) break;
    if (over > 0) high = u;
    else low = u;
    const slope = Math.exp(shape * u - x - logGammaShape);
    const newton = u - over / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const done = Math.abs(next - u) <= 1e-15 * Math.max(1, Math.abs(u));
    u = next;
    if (done) break;
  }
  return Math.exp(u) / rate;
}

/** ln of a first guess: Wilson and Hilferty, or for small shapes the first term of the series, P ≈ x^shape / Γ(shape + 1). */
function startOf(p: number, shape: number, logGammaShape: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (shape >= 1 && cube > 0.1) return Math.log(shape) + 3 * Math.log(cube);
  return (Math.log(p) + Math.log(shape) + logGammaShape) / shape;
}

/** Hastings' approximation, to 4.5 · 10⁻⁴: good enough to start from. */
function normalQuantile(p: number): number {
  const q = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(q));
  const z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  return p < 0.5 ? -z : z;
}
