import { apart, type Box, type Colour, commonColour, farFrom, type Raster } from "../raster";
import { centreOf, heightOf, hull, type Patch, patchesOf, rowsShared, widthOf } from "./components";
import type { Ground } from "./ground";

/** Something drawn on the ground of a chat, in the pixels of the working picture. */
export interface Element extends Box {
  /** A box of one colour with ink on it; a line of ink right on the ground; a picture (avatar, icon, photo); a rule across the page. */
  readonly kind: "box" | "line" | "picture" | "rule";
  /** What a box is filled with, or the ground behind a line. */
  readonly fill: Colour;
}

/** What is drawn on the ground, from the top. Lines of ink are whole lines, not letters. */
export function elementsOf(picture: Raster, ground: Ground): Element[] {
  const { width, height } = picture;
  const mask = new Uint8Array(width * height);
  const far = new Float32Array(width);
  const least = Math.max(4, 3 + ground.noise * 2);
  for (let y = 0; y < height; y += 1) {
    if (!ground.rows[y]) continue;
    const colour = ground.colours[y] as Colour;
    farFrom(picture, { left: 0, right: width, top: y, bottom: y + 1 }, colour, far);
    for (let x = 0; x < width; x += 1) if ((far[x] as number) > least) mask[y * width + x] = 1;
  }
  const { patches, labels } = patchesOf(mask, width, height);
  const solid: Element[] = [];
  const ink: Patch[] = [];
  const sort = (patch: Patch, of: Int32Array) => {
    const kind = kindOf(picture, ground, patch, of);
    if (kind === "ink") ink.push(patch);
    else if (kind) solid.push({ left: patch.left, right: patch.right, top: patch.top, bottom: patch.bottom, ...kind });
  };
  // The mask is done with; it and its second labels serve one patch after the other.
  const again = { mask, labels: new Int32Array(mask.length) };
  for (const patch of patches) {
    const parts = widthOf(patch) > width * BUBBLE ? partsOf(picture, ground, patch, labels, again) : null;
    if (parts) for (const part of parts.patches) sort(part, parts.labels);
    else sort(patch, labels);
  }
  const outer = solid.filter((one) => !solid.some((other) => other !== one && inside(one, other) && other.kind !== "rule"));
  const loose = ink.filter((one) => !outer.some((box) => box.kind !== "rule" && inside(one, box)));
  return [...outer, ...linesOf(loose, picture, ground)].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The least width of a bubble, as a share of the picture's. */
const BUBBLE = 0.09;
/** Steps of colour the noise of a JPEG seldom reaches. */
const BEYOND_NOISE = 16;

/**
 * The noise of a JPEG ties what stands close together: a bubble, its tail and the face beside it. Such a patch is looked at once more
 * without the faint part of it. Null where that shows no box either.
 */
function partsOf(
  picture: Raster,
  ground: Ground,
  patch: Patch,
  labels: Int32Array,
  again: { readonly mask: Uint8Array; readonly labels: Int32Array },
): ReturnType<typeof patchesOf> | null {
  const { width, height } = picture;
  const kind = kindOf(picture, ground, patch, labels);
  if (kind === null || kind === "ink" || kind.kind === "rule") return null;
  // A whole box is left as it is, unless it reaches out to where the faces stand.
  const whole = kind.kind === "box" && kind.top === undefined;
  if (whole && widthOf(patch) <= width * 0.2) return null;
  if (whole && patch.left > width * 0.09 && patch.right < width * 0.91) return null;
  // The halo of a bubble is as strong as the bubble itself; a pale one is fainter than the noise of others.
  const strength = apart(kind.fill, ground.colours[(patch.top + patch.bottom) >> 1] as Colour);
  const cut = Math.min(Math.max(BEYOND_NOISE + ground.noise * 2, strength * 0.25), strength * 0.6);
  const { mask } = again;
  mask.fill(0, patch.top * width, patch.bottom * width);
  const far = new Float32Array(widthOf(patch));
  for (let y = patch.top; y < patch.bottom; y += 1) {
    farFrom(picture, { ...patch, top: y, bottom: y + 1 }, ground.colours[y] as Colour, far);
    for (let x = patch.left; x < patch.right; x += 1)
      if (labels[y * width + x] === patch.id && (far[x - patch.left] as number) > cut) mask[y * width + x] = 1;
  }
  const parts = patchesOf(mask, width, height, { rows: patch, labels: again.labels });
  const boxed = parts.patches.some((part) => {
    const one = kindOf(picture, ground, part, parts.labels);
    const box = one !== null && one !== "ink" && one.kind === "box" && widthOf(part) > width * BUBBLE;
    return box && (!whole || widthOf(part) < widthOf(patch) - width * 0.06);
  });
  return boxed ? parts : null;
}

function kindOf(
  picture: Raster,
  ground: Ground,
  patch: Patch,
  labels: Int32Array,
): (Pick<Element, "kind" | "fill"> & Partial<Box>) | "ink" | null {
  const { width } = picture;
  const w = widthOf(patch);
  const h = heightOf(patch);
  const behind = ground.colours[Math.floor((patch.top + patch.bottom) / 2)] as Colour;
  if (w > width * 0.9 && h <= Math.max(3, width * 0.008)) return { kind: "rule", fill: behind };
  if (h < width * 0.04 || w < width * 0.05) return "ink";
  const { colour, share } = commonColour(picture, patch, (x, y) => labels[y * width + x] === patch.id);
  const own = share * (patch.pixels / (w * h));
  const small = w < width * 0.2 && h < width * 0.2;
  if (own > 0.42 && apart(colour, behind) > 4) {
    // A letter of one colour can fill its box as well; a bubble holds its corners' neighbours: the middles of its four sides.
    if (sidesHeld(patch, labels, width)) return { kind: "box", fill: colour };
    const core = small ? null : coreOf(patch, labels, width);
    if (core && sidesHeld(core, labels, width)) return { ...core, kind: "box", fill: colour };
    return small ? "ink" : { kind: "picture", fill: colour };
  }
  // A bubble drawn as an outline: what it encloses is the ground.
  if (sidesHeld(patch, labels, width) && patch.pixels < w * h * 0.5 && w > width * BUBBLE && padded(patch, labels, width)) {
    const inner = commonColour(picture, shrink(patch, Math.max(2, Math.round(width * 0.006))));
    if (inner.share > 0.45) return { kind: "box", fill: inner.colour };
  }
  if (h > width * 0.06 && w > width * 0.06 && patch.pixels > w * h * 0.3) return { kind: "picture", fill: colour };
  return "ink";
}

/**
 * The rows of a patch that are filled from side to side, without what hangs on it above or below (a time under a bubble, which the noise of
 * a JPEG ties to it). Null where that is less than half of it.
 */
function coreOf(patch: Patch, labels: Int32Array, width: number): Patch | null {
  const filled = (y: number) => {
    let n = 0;
    for (let x = patch.left; x < patch.right; x += 1) if (labels[y * width + x] === patch.id) n += 1;
    return n > widthOf(patch) * 0.75;
  };
  let best = { top: 0, bottom: 0 };
  let top = patch.top;
  for (let y = patch.top; y <= patch.bottom; y += 1) {
    if (y < patch.bottom && filled(y)) continue;
    if (y - top > best.bottom - best.top) best = { top, bottom: y };
    top = y + 1;
  }
  return heightOf({ ...patch, ...best }) > heightOf(patch) * 0.5 ? { ...patch, ...best } : null;
}

/**
 * True when something empty lies between the upper edge of a patch and what it encloses, and the lower: so it is in a bubble drawn as an outline, never in
 * a word whose letters the noise of a JPEG ties together.
 */
function padded(patch: Patch, labels: Int32Array, width: number): boolean {
  const [from, to] = [patch.left + widthOf(patch) * 0.15, patch.right - widthOf(patch) * 0.15];
  const share = (y: number) => {
    let set = 0;
    for (let x = Math.round(from); x < to; x += 1) if (labels[y * width + x] === patch.id) set += 1;
    return set / (to - from);
  };
  const empty = (at: (i: number) => number) => {
    const shares = Array.from({ length: Math.floor(heightOf(patch) * 0.4) }, (_, i) => share(at(i)));
    const edge = shares.findIndex((one) => one >= 0.7);
    return edge >= 0 && shares.slice(edge).some((one) => one < 0.1);
  };
  return empty((i) => patch.top + i) && empty((i) => patch.bottom - 1 - i);
}

/** True when the patch reaches the middle of each side of its box over a good part of it, as a rounded rectangle does. */
function sidesHeld(patch: Box & { readonly id: number }, labels: Int32Array, width: number): boolean {
  const held = (points: [number, number][]) =>
    points.filter(([x, y]) => labels[y * width + x] === patch.id).length >= points.length * 0.7;
  const at = (from: number, to: number) => Array.from({ length: 9 }, (_, i) => Math.floor(from + ((to - from) * (3 + i)) / 14));
  const depth = Math.max(1, Math.round(width * 0.004));
  const xs = at(patch.left, patch.right - 1);
  const ys = at(patch.top, patch.bottom - 1);
  const anyOf = (side: (d: number) => [number, number][]) =>
    Array.from({ length: depth + Math.round(width * 0.022) }, (_, d) => d).some((d) => held(side(d)));
  return (
    anyOf((d) => xs.map((x) => [x, Math.min(patch.bottom - 1, patch.top + d)])) &&
    anyOf((d) => xs.map((x) => [x, Math.max(patch.top, patch.bottom - 1 - d)])) &&
    anyOf((d) => ys.map((y) => [Math.min(patch.right - 1, patch.left + d), y])) &&
    anyOf((d) => ys.map((y) => [Math.max(patch.left, patch.right - 1 - d), y]))
  );
}

const inside = (a: Box, b: Box) =>
  a.left >= b.left &&
  a.right <= b.right &&
  a.top >= b.top &&
  a.bottom <= b.bottom &&
  (widthOf(a) < widthOf(b) || heightOf(a) < heightOf(b));

export const shrink = (box: Box, by: number): Box => ({
  left: Math.min(box.left + by, Math.floor(centreOf(box))),
  right: Math.max(box.right - by, Math.floor(centreOf(box)) + 1),
  top: Math.min(box.top + by, (box.top + box.bottom) >> 1),
  bottom: Math.max(box.bottom - by, ((box.top + box.bottom) >> 1) + 1),
});

/** Letters that stand beside one another become a line. */
function linesOf(patches: readonly Patch[], picture: Raster, ground: Ground): Element[] {
  const { width } = picture;
  const small = patches.filter((p) => heightOf(p) < width * 0.12 && p.pixels >= 2);
  const lines: Box[] = [];
  const reach = width * 0.035;
  let rest = [...small].sort((a, b) => a.left - b.left);
  while (rest.length > 0) {
    let line: Box = rest[0] as Patch;
    rest = rest.slice(1);
    for (let grew = true; grew; ) {
      grew = false;
      const next: Patch[] = [];
      for (const patch of rest) {
        const beside = patch.left - line.right < reach && line.left - patch.right < reach;
        const shared = rowsShared(line, patch);
        if (beside && shared >= Math.min(heightOf(patch), heightOf(line)) * 0.4) {
          line = hull([line, patch]);
          grew = true;
        } else next.push(patch);
      }
      rest = next;
    }
    lines.push(line);
  }
  return (
    lines
      // Less than a stroke wide is a speck of a JPEG beside a bubble.
      .filter((line) => heightOf(line) >= width * 0.012 && widthOf(line) >= width * 0.006)
      .map((line) => withoutHalo(line, picture, ground))
      .map((line) => ({ ...line, kind: "line" as const, fill: ground.colours[(line.top + line.bottom) >> 1] as Colour }))
  );
}

/** A line without the rows above and below it that only show the noise of a JPEG around its letters. */
function withoutHalo(line: Box, picture: Raster, ground: Ground): Box {
  const strengths = Array.from({ length: heightOf(line) }, (_, i) => {
    const y = line.top + i;
    return Math.max(...farFrom(picture, { ...line, top: y, bottom: y + 1 }, ground.colours[y] as Colour));
  });
  const least = Math.max(...strengths) * 0.4;
  const first = strengths.findIndex((one) => one >= least);
  const last = strengths.findLastIndex((one) => one >= least);
  return { ...line, top: line.top + first, bottom: line.top + last + 1 };
}
