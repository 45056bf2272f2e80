import type { Box } from "../raster";

/** A connected patch of a mask: its box and how many of its pixels are set. */
export interface Patch extends Box {
  readonly id: number;
  readonly pixels: number;
}

/**
 * Connected patches (eight neighbours) of a mask of `width` columns, and which patch each pixel belongs to (0: none).
 * `only.rows`: only these are looked at, and `labels` (a buffer to use for it) is right in these alone.
 */
export function patchesOf(
  mask: Uint8Array,
  width: number,
  height: number,
  only?: { readonly rows: Pick<Box, "top" | "bottom">; readonly labels: Int32Array },
): { patches: Patch[]; labels: Int32Array } {
  const rows = only?.rows ?? { top: 0, bottom: height };
  const labels = only?.labels.fill(0, rows.top * width, rows.bottom * width) ?? new Int32Array(mask.length);
  const patches: Patch[] = [];
  const stack: number[] = [];
  for (let start = rows.top * width; start < rows.bottom * width; start += 1) {
    if (!mask[start] || labels[start]) continue;
    const id = patches.length + 1;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    let pixels = 0;
    stack.push(start);
    labels[start] = id;
    while (stack.length > 0) {
      const at = stack.pop() as number;
      const y = Math.floor(at / width);
      const x = at - y * width;
      pixels += 1;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < rows.top || nx >= width || ny >= rows.bottom) continue;
          const next = ny * width + nx;
          if (mask[next] && !labels[next]) {
            labels[next] = id;
            stack.push(next);
          }
        }
    }
    patches.push({ id, left, right, top, bottom, pixels });
  }
  return { patches, labels };
}

export const widthOf = (box: Box) => box.right - box.left;
export const heightOf = (box: Box) => box.bottom - box.top;
export const centreOf = (box: Box) => (box.left + box.right) / 2;
export const hull = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map((b) => b.left)),
  right: Math.max(...boxes.map((b) => b.right)),
  top: Math.min(...boxes.map((b) => b.top)),
  bottom: Math.max(...boxes.map((b) => b.bottom)),
});
/** Rows that both boxes have. */
export const rowsShared = (a: Box, b: Box) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
