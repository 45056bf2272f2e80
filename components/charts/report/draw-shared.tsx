"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { Tone } from "./model";

/** Width of the place a drawing has, in px; 0 before it is known. */
export function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}

const FILLS = { dark: "var(--d6)", middle: "var(--d4)", pale: "var(--d2)" } as const;

/** Fill of a tone; what is open or beyond the limit is hatched, so that it differs without colour too. */
export function toneFill(tone: Tone, id: string): string {
  return tone === "open" || tone === "out" || tone === "beyond" ? `url(#${id}-${tone})` : FILLS[tone];
}

export function toneEdge(tone: Tone): string | undefined {
  if (tone === "open") return "var(--line-2)";
  if (tone === "out") return "var(--ink)";
  return tone === "beyond" ? "var(--seal)" : undefined;
}

/** Hatchings of a drawing; `id` from useHatchId. */
export function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-open`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--paper)" />
        <line x1="0" y1="0" x2="0" y2="6" stroke="var(--line-2)" strokeWidth="1.4" />
      </pattern>
      <pattern id={`${id}-out`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--paper)" />
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--ink)" strokeWidth="2.4" />
      </pattern>
      <pattern id={`${id}-beyond`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--seal-wash)" />
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--seal)" strokeWidth="2.6" />
      </pattern>
    </defs>
  );
}

export function useHatchId(): string {
  return `h${useId().replace(/[^a-zA-Z0-9]/g, "")}`;
}

/** Stroke and dash of the n-th line: they differ in both, for who sees no shade. */
export const LINES = [
  { stroke: "var(--d6)", width: 2.6, dash: "" },
  { stroke: "var(--d4)", width: 2.6, dash: "9 3" },
  { stroke: "var(--ink-3)", width: 2.2, dash: "4 3" },
  { stroke: "var(--d5)", width: 2, dash: "2 3" },
  { stroke: "var(--ink-3)", width: 1.8, dash: "9 3 2 3" },
  { stroke: "var(--d4)", width: 1.8, dash: "1 3" },
] as const;

export function lineOf(index: number) {
  return LINES[Math.min(index, LINES.length - 1)] ?? LINES[0];
}

/** Names of the lines below the drawing, where a phone has no room beside them. */
export function LineKey({ series }: { series: readonly { key: string; label: string; note: string }[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-2">
      {series.map((one, index) => {
        const { stroke, width, dash } = lineOf(index);
        return (
          <li key={one.key} className="inline-flex items-center gap-2">
            <svg width="26" height="6" aria-hidden="true">
              <line x1="0" x2="26" y1="3" y2="3" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
            </svg>
            <span>
              <b className="font-medium text-ink">{one.label}</b> {one.note}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Parts of a bar by their tone. */
export function ToneKey({ legend }: { legend: readonly { key: string; label: string; tone: Tone }[] }) {
  const id = useHatchId();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-2">
      {legend.map(({ key, label, tone }) => (
        <li key={key} className="inline-flex items-center gap-2">
          <svg width="22" height="12" aria-hidden="true">
            <Hatches id={`${id}${key}`} />
            <rect width="22" height="12" fill={toneFill(tone, `${id}${key}`)} stroke={toneEdge(tone)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

export const STRONG = { fill: "var(--ink)", fontWeight: 500, fontSize: "var(--t-small)" } as const;
export const NUMERAL = { fill: "var(--ink)", fontFamily: "var(--serif)", fontWeight: 700, fontSize: "var(--t-body)" } as const;
export const PERCENTS = [0, 0.25, 0.5, 0.75, 1];
export const percentTick = (share: number) => (share === 1 ? "100%" : String(Math.round(share * 100)));
