"use client";

import { NUMERAL, STRONG } from "./draw-shared";
import type { Drawn, SlopeModel } from "./model";
import { spreadLabels, textRoom } from "./spread-labels";

const TOP = 34;
const BOTTOM = 12;
const GAP = 22;

/** F15: two moments side by side, a line for each; the whole is the strong one. Falling lines are dashed, so that direction needs no colour. */
export function Slope({ model, width, height, narrow }: Drawn<SlopeModel>) {
  const { series, ends } = model;
  const all = series.flatMap((one) => [one.before, one.now]);
  const [low, high] = [Math.max(0, Math.min(...all) - 0.05), Math.min(1, Math.max(...all) + 0.05)];
  const y = (share: number) => TOP + ((high - share) / (high - low || 1)) * (height - TOP - BOTTOM);
  const left = 22 + Math.max(...series.map((one) => textRoom(one.values[0], 19)));
  const names = Math.max(...series.map((one) => textRoom(one.label, 15)));
  const right = width - Math.min(width * 0.55, names + 78);
  const places = (of: (one: SlopeModel["series"][number]) => number) =>
    spreadLabels(
      series.map((one) => y(of(one))),
      GAP,
      TOP,
      height - BOTTOM,
    );
  const [before, now] = [places((one) => one.before), places((one) => one.now)];
  return (
    <svg width={width} height={height} aria-hidden="true" className="recharts-surface">
      {([left, right] as const).map((x, i) => (
        <g key={x}>
          <line x1={x} x2={x} y1={TOP - 8} y2={height - BOTTOM + 4} stroke="var(--line)" />
          <text
            x={x}
            y={16}
            textAnchor={i === 0 && !narrow ? "middle" : "start"}
            dx={i === 0 && narrow ? -left + 2 : 0}
            style={STRONG}
          >
            {ends[i]}
          </text>
        </g>
      ))}
      {series.map((one, i) => {
        const [from, to] = [y(one.before), y(one.now)];
        const weight = one.strong ? 3 : 1.8;
        return (
          <g key={one.key}>
            <line
              x1={left}
              y1={from}
              x2={right}
              y2={to}
              stroke={one.strong ? "var(--d6)" : "var(--d4)"}
              strokeWidth={weight}
              {...(one.now < one.before ? { strokeDasharray: "7 4" } : {})}
            />
            <circle cx={left} cy={from} r={one.strong ? 5 : 3.5} fill="var(--d6)" />
            <circle cx={right} cy={to} r={one.strong ? 5 : 3.5} fill="var(--d6)" />
            <text x={left - 10} y={(before[i] ?? from) + 5} textAnchor="end" style={one.strong ? NUMERAL : undefined}>
              {one.values[0]}
            </text>
            <text x={right + 12} y={(now[i] ?? to) + 5}>
              <tspan style={one.strong ? NUMERAL : undefined}>{one.values[1]}</tspan>
              <tspan dx={8} style={one.strong ? STRONG : undefined}>
                {one.label}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
