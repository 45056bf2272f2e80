import { apart, type Box, type Colour, colourAt, commonColour, type Raster } from "../raster";
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
  const least = Math.max(4, 3 + ground.noise * 2);
  for (let y = 0; y < height; y += 1) {
    if (!ground.rows[y]) continue;
    const colour = ground.colours[y] as Colour;
    for (let x = 0; x < width; x += 1) if (apart(colourAt(picture, x, y), colour) > least) mask[y * width + x] = 1;
  }
  const { patches, labels } = patchesOf(mask, width, height);
  const solid: Element[] = [];
  const ink: Patch[] = [];
  for (const patch of patches) {
    const kind = kindOf(picture, ground, patch, labels);
    if (kind === "ink") ink.push(patch);
    else if (kind) solid.push({ ...kind, left: patch.left, right: patch.right, top: patch.top, bottom: patch.bottom });
  }
  const outer = solid.filter((one) => !solid.some((other) => other !== one && inside(one, other) && other.kind !== "rule"));
  const loose = ink.filter((one) => !outer.some((box) => box.kind !== "rule" && inside(one, box)));
  return [...outer, ...linesOf(loose, width, ground)].sort((a, b) => a.top - b.top || a.left - b.left);
}

function kindOf(
  picture: Raster,
  ground: Ground,
  patch: Patch,
  labels: Int32Array,
): Pick<Element, "kind" | "fill"> | "ink" | null {
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
    return sidesHeld(patch, labels, width) ? { kind: "box", fill: colour } : small ? "ink" : { kind: "picture", fill: colour };
  }
  // A bubble drawn as an outline: what it encloses is the ground.
  if (sidesHeld(patch, labels, width) && patch.pixels < w * h * 0.5 && w > width * 0.09) {
    const inner = commonColour(picture, shrink(patch, Math.max(2, Math.round(width * 0.006))));
    if (inner.share > 0.45) return { kind: "box", fill: inner.colour };
  }
  if (h > width * 0.06 && w > width * 0.06 && patch.pixels > w * h * 0.3) return { kind: "picture", fill: colour };
  return "ink";
}

/** True when the patch reaches the middle of each side of its box over a good part of it, as a rounded rectangle does. */
function sidesHeld(patch: Patch, labels: Int32Array, width: number): boolean {
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
function linesOf(patches: readonly Patch[], width: number, ground: Ground): Element[] {
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
  return lines
    .filter((line) => heightOf(line) >= width * 0.012)
    .map((line) => ({ ...line, kind: "line" as const, fill: ground.colours[(line.top + line.bottom) >> 1] as Colour }));
}
