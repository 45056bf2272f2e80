"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Region } from "@/domain/redaction/regions";

interface Props {
  readonly src: string;
  readonly page: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly regions: readonly Region[];
  readonly chosen: string | null;
  readonly labelOf: (region: Region) => string;
  readonly onChoose: (id: string | null) => void;
  readonly onChange: (region: Region) => void;
  readonly onAdd: (box: Pick<Region, "x" | "y" | "w" | "h">) => void;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
/** A step of the arrow keys, as a share of the page. */
const STEP = 0.005;
const SMALLEST = 0.004;

/**
 * One page with its regions. A pointer draws a new one on empty ground; each region is a button: arrows move it, Shift and arrows size it, Delete
 * rejects or hides it again.
 */
export function PageCanvas({ src, page, size, regions, chosen, labelOf, onChoose, onChange, onAdd }: Props) {
  const t = useTranslations("fileRedaction");
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ x0: number; y0: number; x1: number; y1: number } | null>(null);
  const place = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: clamp((event.clientX - box.left) / box.width, 0, 1), y: clamp((event.clientY - box.top) / box.height, 0, 1) };
  };
  const begin = (event: PointerEvent) => {
    if (event.target !== event.currentTarget || event.button !== 0) return;
    const { x, y } = place(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ x0: x, y0: y, x1: x, y1: y });
    onChoose(null);
  };
  const end = () => {
    if (!drawn) return;
    const box = {
      x: Math.min(drawn.x0, drawn.x1),
      y: Math.min(drawn.y0, drawn.y1),
      w: Math.abs(drawn.x1 - drawn.x0),
      h: Math.abs(drawn.y1 - drawn.y0),
    };
    setDrawn(null);
    if (box.w > SMALLEST && box.h > SMALLEST) onAdd(box);
  };
  const key = (event: KeyboardEvent, region: Region) => {
    const step: Record<string, [number, number]> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const move = step[event.key];
    if (move) {
      event.preventDefault();
      const [dx, dy] = move;
      onChange(
        event.shiftKey
          ? { ...region, w: clamp(region.w + dx, SMALLEST, 1 - region.x), h: clamp(region.h + dy, SMALLEST, 1 - region.y) }
          : { ...region, x: clamp(region.x + dx, 0, 1 - region.w), y: clamp(region.y + dy, 0, 1 - region.h) },
      );
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onChange({ ...region, on: !region.on });
    }
  };
  const percent = (value: number) => `${(value * 100).toFixed(3)}%`;
  return (
    <div
      ref={frame}
      className="relative w-full touch-none border border-line select-none"
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      {/* biome-ignore lint/performance/noImgElement: a sealed file behind an authorised route, never optimised or cached */}
      <img
        src={src}
        alt={t("pageAlt", { n: page + 1 })}
        className="pointer-events-none absolute inset-0 size-full"
        draggable={false}
      />
      <div
        className="absolute inset-0 cursor-crosshair"
        onPointerDown={begin}
        onPointerMove={(event) => {
          const { x, y } = place(event);
          if (drawn) setDrawn({ ...drawn, x1: x, y1: y });
        }}
        onPointerUp={end}
        onPointerCancel={() => setDrawn(null)}
      >
        {regions.map((region) => (
          <button
            key={region.id}
            type="button"
            className="absolute border-2 border-ink bg-ink/75 data-off:border-dashed data-off:bg-transparent aria-pressed:outline-2 aria-pressed:outline-offset-2 aria-pressed:outline-focus"
            style={{ left: percent(region.x), top: percent(region.y), width: percent(region.w), height: percent(region.h) }}
            data-off={region.on ? undefined : ""}
            aria-pressed={chosen === region.id}
            aria-label={labelOf(region)}
            onClick={() => onChoose(region.id)}
            onFocus={() => onChoose(region.id)}
            onKeyDown={(event) => key(event, region)}
          />
        ))}
        {drawn && (
          <span
            className="pointer-events-none absolute border-2 border-act"
            style={{
              left: percent(Math.min(drawn.x0, drawn.x1)),
              top: percent(Math.min(drawn.y0, drawn.y1)),
              width: percent(Math.abs(drawn.x1 - drawn.x0)),
              height: percent(Math.abs(drawn.y1 - drawn.y0)),
            }}
          />
        )}
      </div>
    </div>
  );
}
