import { apart, type Box, type Raster } from "../raster";
import { centreOf, heightOf, hull, rowsShared, widthOf } from "./components";
import { type Element, elementsOf } from "./elements";
import { groundOf } from "./ground";

export type Side = "user" | "agent" | "system";

/** A part of the picture that holds words of one speaker, in pixels of the working picture. */
export interface Bubble extends Box {
  readonly side: Side;
  readonly fill: readonly [number, number, number];
  /** The words stand on the ground, without a box. */
  readonly bare: boolean;
}

/** Finds who said what where: boxes and bare lines, their side by where they stand. `picture` is at most about 600 pixels wide. */
export function bubblesOf(picture: Raster): Bubble[] {
  const { width } = picture;
  const found = withoutBars(elementsOf(picture, groundOf(picture)), picture);
  const faces = facesOf(found, width);
  const rest = found.filter((one) => one.kind !== "rule" && !faces.some((face) => face === one || within(one, face)));
  const boxes = rest.filter((one) => one.kind === "box" && widthOf(one) < width * 0.88);
  const sided = sidesOf(boxes, faces, width);
  const lines = rest.filter((one) => one.kind === "line" && !boxes.some((box) => rowsShared(one, box) > heightOf(one) * 0.5));
  return [...sided, ...bareOf(lines, sided, faces, width)].sort((a, b) => a.top - b.top);
}

const within = (a: Box, b: Box) =>
  a.left >= b.left - 2 && a.right <= b.right + 2 && a.top >= b.top - 2 && a.bottom <= b.bottom + 2;

/** Leaves out the status bar, the header and the input bar where they have the colour of the ground. */
function withoutBars(elements: readonly Element[], picture: Raster): Element[] {
  const { width, height } = picture;
  const top = elements.filter((one) => one.kind === "rule" && one.bottom < width * 0.5);
  const bottom = elements.filter((one) => one.kind === "rule" && one.top > height - width * 0.5);
  let from = Math.max(0, ...top.map((one) => one.bottom));
  let to = Math.min(height, ...bottom.map((one) => one.top));
  const bands = bandsOf(elements.filter((one) => one.kind !== "rule"));
  for (const band of bands) {
    const all = hull(band);
    if (all.bottom > width * 0.36) break;
    // Things at both edges on one row are a bar (a clock and a battery, a way back and a menu).
    const titled =
      band.length > 1 && band.some((one) => one.kind === "line" && Math.abs(centreOf(one) - width / 2) < width * 0.03);
    if (all.top < width * 0.3 && (spans(band, width) || titled) && heightOf(all) < width * 0.16)
      from = Math.max(from, all.bottom);
  }
  for (const band of [...bands].reverse()) {
    const all = hull(band);
    if (all.top < height - width * 0.42) break;
    const handle = band.length === 1 && Math.abs(centreOf(all) - width / 2) < width * 0.02 && heightOf(all) < width * 0.022;
    if (handle || (spans(band, width) && band.length >= 2 && heightOf(all) < width * 0.2)) to = Math.min(to, all.top);
  }
  return elements.filter((one) => one.top >= from - 1 && one.bottom <= to + 1);
}

const spans = (band: readonly Element[], width: number) =>
  band.some((one) => one.left < width * 0.16 && one.right < width * 0.45) &&
  band.some((one) => one.right > width * 0.84 && one.left > width * 0.55)
    ? !band.some(
        (one) =>
          one.kind === "box" && widthOf(one) > width * 0.12 && heightOf(one) > width * 0.085 && widthOf(one) < width * 0.45,
      )
    : false;

/** Elements that share rows, from the top. */
function bandsOf(elements: readonly Element[]): Element[][] {
  const bands: Element[][] = [];
  for (const one of [...elements].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last && one.top < hull(last).bottom) last.push(one);
    else bands.push([one]);
  }
  return bands;
}

/** Pictures of the speakers: squarish, in the outermost column of a side, with something said beside them. */
function facesOf(elements: readonly Element[], width: number): Element[] {
  const squarish = elements.filter(
    (one) =>
      one.kind !== "rule" &&
      Math.abs(widthOf(one) - heightOf(one)) <= Math.max(3, widthOf(one) * 0.16) &&
      widthOf(one) > width * 0.05 &&
      widthOf(one) < width * 0.17 &&
      (one.left < width * 0.09 || one.right > width * 0.91),
  );
  const beside = (face: Element) =>
    elements.some((other) => {
      if (other === face || other.kind === "rule" || rowsShared(other, face) < heightOf(face) * 0.25) return false;
      const gap = face.left < width / 2 ? other.left - face.right : face.left - other.right;
      return gap > -2 && gap < width * 0.09 && widthOf(other) > width * 0.03;
    });
  return squarish.filter(beside);
}

function sidesOf(boxes: readonly Element[], faces: readonly Element[], width: number): Bubble[] {
  const slack = width * 0.012;
  const firm = boxes.map((box): Side | null => {
    const face = faces.find((one) => rowsShared(one, box) > Math.min(heightOf(one), heightOf(box)) * 0.4);
    const left = box.left;
    const right = width - box.right;
    if (face) return face.left < width / 2 ? "agent" : "user";
    if (Math.abs(left - right) <= slack) return null;
    if (left < right * 0.55) return "agent";
    if (right < left * 0.55) return "user";
    return null;
  });
  const edge = (side: Side) => {
    const values = boxes.filter((_, i) => firm[i] === side).map((box) => (side === "agent" ? box.left : box.right));
    return values.sort((a, b) => a - b)[values.length >> 1];
  };
  const agentAt = edge("agent");
  const userAt = edge("user");
  return boxes.map((box, i) => {
    let side = firm[i] ?? null;
    if (side === null) {
      const toAgent = agentAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(box.left - agentAt);
      const toUser = userAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(box.right - userAt);
      const centred = Math.abs(centreOf(box) - width / 2) < slack;
      const same = (side: Side) => boxes.some((other, j) => firm[j] === side && apart(other.fill, box.fill) <= 8);
      if (Math.min(toAgent, toUser) <= slack && !(centred && !same("agent") && !same("user")))
        side = toAgent < toUser ? "agent" : "user";
      else if (centred) side = "system";
      else if (same("agent") !== same("user")) side = same("agent") ? "agent" : "user";
      else side = box.left < width - box.right ? "agent" : "user";
    }
    return { left: box.left, right: box.right, top: box.top, bottom: box.bottom, side, fill: box.fill, bare: false };
  });
}

/** Words right on the ground: notices in the middle; answers of an app that draws no bubble for them. Names over a bubble are left out. */
function bareOf(lines: readonly Element[], boxes: readonly Bubble[], faces: readonly Element[], width: number): Bubble[] {
  const groups: { side: Side; lines: Element[] }[] = [];
  for (const line of lines) {
    const middle = Math.abs(centreOf(line) - width / 2) < width * 0.03;
    const named = boxes.some(
      (box) =>
        box.top >= line.bottom - 2 && box.top - line.bottom < width * 0.035 && box.side !== "system" && aligned(line, box, width),
    );
    if (named) continue;
    const side: Side = middle ? "system" : line.left < width - line.right ? "agent" : "user";
    const last = groups.at(-1);
    const above = last?.lines.at(-1);
    const near =
      last &&
      above &&
      // Notices under one another are each one of their own: their lines stand closer.
      line.top - above.bottom < Math.max(heightOf(line), heightOf(above)) * (side === "system" ? 0.8 : 1.1) &&
      !boxes.some((box) => box.top >= above.bottom - 2 && box.bottom <= line.top + 2);
    const one = near && (last.side === side || Math.abs(line.left - above.left) < width * 0.02);
    if (one) last.lines.push(line);
    else groups.push({ side, lines: [line] });
  }
  const plain = groups.filter(({ side, lines: all }) => {
    const box = hull(all);
    if (side === "system") return heightOf(box) > width * 0.015 && widthOf(box) > width * 0.04;
    const face = faces.some((one) => rowsShared(one, box) > 0);
    // Where a side has no boxes at all, its short answers (好的) stand bare as well.
    const unboxed = side === "agent" && !boxes.some((one) => one.side === side);
    return heightOf(all[0] as Element) > width * 0.02 && (all.length > 1 || face || unboxed || widthOf(box) > width * 0.2);
  });
  return plain.map(({ side, lines: all }) => ({ ...hull(all), side, fill: (all[0] as Element).fill, bare: true }));
}

const aligned = (line: Box, box: Box, width: number) =>
  Math.abs(centreOf(line) - width / 2) >= width * 0.03 &&
  (Math.abs(line.left - box.left) < width * 0.04 || Math.abs(line.right - box.right) < width * 0.04);
