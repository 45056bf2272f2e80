import { apart, type Colour, colourAt, type Raster } from "../raster";

/** The ground a chat is drawn on: its colour in each row, and which rows show it at both edges (others are bars of the app). */
export interface Ground {
  readonly rows: readonly boolean[];
  readonly colours: readonly Colour[];
  /** Steps of colour that are noise (JPEG), not ink. */
  readonly noise: number;
}

/**
 * Reads the ground from the picture's two edges, where no app draws a bubble. A ground that changes slowly from row to row (a shade) is
 * followed; a header or an input bar of another colour is left out.
 */
export function groundOf(picture: Raster): Ground {
  const { width, height } = picture;
  const inset = Math.max(1, Math.round(width * 0.004));
  const depth = Math.max(2, Math.round(width * 0.012));
  const edges: { left: Colour; right: Colour }[] = [];
  for (let y = 0; y < height; y += 1)
    edges.push({
      left: middle(picture, inset, inset + depth, y),
      right: middle(picture, width - inset - depth, width - inset, y),
    });
  const same = edges.map(({ left, right }) => apart(left, right) <= 14);
  // A plain ground has the commonest colour. Of a shaded one no colour is common, and bars of one colour are: then it is the longest run of rows.
  const plain = commonest(edges.filter((_, y) => same[y]).map((e) => e.left));
  const shaded = (edges[startOfLongestRun(edges, same)] as Edges[number]).left;
  const [colour, rows] = [plain, shaded]
    .map((one): [Colour, boolean[]] => [one, rowsLike(one, edges, same)])
    .reduce((best, other) => (count(other[1]) > count(best[1]) ? other : best));
  const colours = edges.map((e, y) => (rows[y] ? (mix(e.left, e.right) as Colour) : colour));
  let off = 0;
  let seen = 0;
  for (let y = 1; y < height; y += 1)
    if (rows[y] && rows[y - 1]) {
      off += Math.min(12, apart(colourAt(picture, inset, y), colours[y] as Colour));
      seen += 1;
    }
  return { rows, colours, noise: seen > 0 ? off / seen : 0 };
}

type Edges = readonly { readonly left: Colour; readonly right: Colour }[];

const count = (rows: readonly boolean[]) => rows.filter(Boolean).length;

/** The rows that have `colour` at their edges, or a colour that grew from it row by row. */
function rowsLike(colour: Colour, edges: Edges, same: readonly boolean[]): boolean[] {
  const rows: boolean[] = new Array(edges.length).fill(false);
  const start = edges.findIndex((e, y) => same[y] && apart(e.left, colour) <= 6);
  if (start < 0) return rows;
  for (const step of [1, -1]) {
    let last = (edges[start] as Edges[number]).left;
    for (let y = start; y >= 0 && y < edges.length; y += step) {
      const edge = (edges[y] as Edges[number]).left;
      if (!same[y] || (apart(edge, last) > 3 && apart(edge, colour) > 3)) continue;
      rows[y] = true;
      last = edge;
    }
  }
  return rows;
}

/** Where the longest run of rows begins whose colour changes by no more than a few steps from row to row. */
function startOfLongestRun(edges: Edges, same: readonly boolean[]): number {
  let best = { start: 0, rows: 0 };
  let start = 0;
  for (let y = 1; y <= edges.length; y += 1) {
    const [one, before] = [edges[y], edges[y - 1] as Edges[number]];
    if (one && same[y] && same[y - 1] && apart(one.left, before.left) <= 3) continue;
    if (y - start > best.rows) best = { start, rows: y - start };
    start = y;
  }
  return best.start;
}

function middle(picture: Raster, from: number, to: number, y: number): Colour {
  const channel = (c: number) => {
    const values: number[] = [];
    for (let x = from; x < to; x += 1) values.push(picture.data[(y * picture.width + x) * 3 + c] as number);
    return values.sort((a, b) => a - b)[values.length >> 1] as number;
  };
  return [channel(0), channel(1), channel(2)];
}

const mix = (a: Colour, b: Colour): Colour => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];

function commonest(colours: readonly Colour[]): Colour {
  const bins = new Map<number, { n: number; colour: Colour }>();
  for (const colour of colours) {
    const key = ((colour[0] >> 2) << 12) | ((colour[1] >> 2) << 6) | (colour[2] >> 2);
    const bin = bins.get(key);
    if (bin) bin.n += 1;
    else bins.set(key, { n: 1, colour });
  }
  return [...bins.values()].sort((a, b) => b.n - a.n)[0]?.colour ?? [255, 255, 255];
}
