import { type Box, type Colour, colourAt, farFrom, type Raster } from "../raster";

/** The words of a bubble as dark on white, one byte a pixel, and its lines from the top (rows of `grey`). */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  readonly colour: Colour;
  readonly lines: readonly {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly colour: Colour;
  }[];
}

/** Lifts the ink of a part of the picture off its fill. Null when there is nothing to read. */
export function inkOf(picture: Raster, box: Box, fill: Colour): Ink | null {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (width < 4 || height < 4) return null;
  const far = farFrom(picture, box, fill);
  const counts = new Uint32Array(256);
  // Round corners show the ground: of a short message they would be most of what is not fill.
  const round = Math.min(width, height) * 0.2;
  for (let y = 0; y < height; y += 1) {
    const edge = Math.min(y, height - 1 - y) < round ? Math.ceil(round) : 0;
    for (let x = edge; x < width - edge; x += 1) {
      const d = Math.min(255, Math.round(far[y * width + x] as number));
      counts[d] = (counts[d] as number) + 1;
    }
  }
  const full = strongest(counts, width * height);
  if (full < 28) return null;
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < far.length; i += 1) grey[i] = Math.round(255 * (1 - Math.min(1, (far[i] as number) / full)));
  clearFrame(grey, width, height);
  const lines = rowsOf(grey, width, height).map((row) => ({ ...row, colour: inkColour(picture, box, far, width, row, full) }));
  if (lines.length === 0) return null;
  return {
    width,
    height,
    grey,
    lines,
    colour: inkColour(picture, box, far, width, { top: 0, bottom: height, left: 0, right: width }, full),
  };
}

/** The same words without what stands in a part of them (in pixels of `grey`); null when nothing is left to read. */
export function withoutPart(ink: Ink, part: Box): Ink | null {
  const grey = ink.grey.slice();
  for (let y = part.top; y < part.bottom; y += 1) grey.fill(255, y * ink.width + part.left, y * ink.width + part.right);
  const lines = rowsOf(grey, ink.width, ink.height).map((row) => {
    const same = ink.lines.find((line) => Math.min(line.bottom, row.bottom) > Math.max(line.top, row.top));
    return { ...row, colour: same?.colour ?? ink.colour };
  });
  return lines.length === 0 ? null : { ...ink, grey, lines };
}

/**
 * The distance from the fill that the body of the letters has: that of the strongest eighth of what is not fill. Where the strongest of it
 * stand out, there are two inks (few words and a pale time), and theirs counts.
 */
function strongest(counts: Uint32Array, all: number): number {
  let inked = 0;
  for (let d = 24; d < 256; d += 1) inked += counts[d] as number;
  if (inked < all * 0.002) return 0;
  const levelOf = (share: number) => {
    let seen = 0;
    for (let d = 255; d > 0; d -= 1) {
      seen += counts[d] as number;
      if (seen >= inked * share) return d;
    }
    return 0;
  };
  const [few, most] = [levelOf(0.03), levelOf(0.12)];
  return few > most * 1.2 ? few : most;
}

/** What touches the frame is the bubble's corner or shadow, not a letter. */
function clearFrame(grey: Uint8Array, width: number, height: number): void {
  const stack: number[] = [];
  const push = (x: number, y: number) => {
    const at = y * width + x;
    if ((grey[at] as number) < 225) {
      grey[at] = 255;
      stack.push(at);
    }
  };
  for (let x = 0; x < width; x += 1) {
    push(x, 0);
    push(x, height - 1);
  }
  for (let y = 0; y < height; y += 1) {
    push(0, y);
    push(width - 1, y);
  }
  while (stack.length > 0) {
    const at = stack.pop() as number;
    const y = Math.floor(at / width);
    const x = at - y * width;
    if (x > 0) push(x - 1, y);
    if (x < width - 1) push(x + 1, y);
    if (y > 0) push(x, y - 1);
    if (y < height - 1) push(x, y + 1);
  }
}

/** Runs of rows with ink. A rule across the bubble is wiped out and ends a run. */
function rowsOf(grey: Uint8Array, width: number, height: number) {
  const dark = new Uint32Array(height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((grey[y * width + x] as number) < 150) dark[y] = (dark[y] as number) + 1;
  const rows: { top: number; bottom: number; left: number; right: number }[] = [];
  for (let y = 0; y < height; ) {
    if (!dark[y]) {
      y += 1;
      continue;
    }
    let end = y;
    while (end < height && dark[end]) end += 1;
    rows.push({ top: y, bottom: end, ...spanOf(grey, width, y, end) });
    y = end;
  }
  return joinMarks(rows);
}

function spanOf(grey: Uint8Array, width: number, top: number, bottom: number) {
  let left = width;
  let right = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((grey[y * width + x] as number) < 150) {
        if (x < left) left = x;
        if (x >= right) right = x + 1;
      }
  return { left, right };
}

type Row = { top: number; bottom: number; left: number; right: number };

/** Dots, tone marks and characters of separate strokes (二, 三, 一) belong to the line they are nearest to. */
function joinMarks(rows: readonly Row[]): Row[] {
  const heights = rows.map((r) => r.bottom - r.top).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length * 0.75)] ?? 0;
  const out: Row[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    const both = last ? row.bottom - last.top : 0;
    const gap = last ? row.top - last.bottom : 0;
    const low = row.bottom - row.top < usual * 0.55 || (last ? last.bottom - last.top < usual * 0.55 : false);
    // Of a line of marks alone (？？) the dots are rows of their own.
    const dots = row.bottom - row.top < usual * 0.35;
    if (last && low && gap < usual * 0.45 && both <= usual * (dots ? 1.6 : 1.25)) {
      out[out.length - 1] = {
        top: last.top,
        bottom: row.bottom,
        left: Math.min(last.left, row.left),
        right: Math.max(last.right, row.right),
      };
    } else out.push(row);
  }
  return out;
}

function inkColour(picture: Raster, box: Box, far: Float32Array, width: number, row: Row, full: number): Colour {
  let n = 0;
  const sum = [0, 0, 0];
  for (let y = row.top; y < row.bottom; y += 1)
    for (let x = row.left; x < row.right; x += 1)
      if ((far[y * width + x] as number) >= full * 0.72) {
        const colour = colourAt(picture, box.left + x, box.top + y);
        n += 1;
        for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] as number) + (colour[c] as number);
      }
  return n === 0 ? [0, 0, 0] : [(sum[0] as number) / n, (sum[1] as number) / n, (sum[2] as number) / n];
}

/** How far a colour is from grey, 0 to 255. */
export const chroma = (colour: Colour) => Math.max(...colour) - Math.min(...colour);
