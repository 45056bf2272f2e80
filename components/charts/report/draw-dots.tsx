"use client";

import { CartesianGrid, Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { nameRoom, RowNames } from "./draw-rows";
import { NUMERAL, PERCENTS, percentTick } from "./draw-shared";
import type { DotsModel, Drawn } from "./model";

function Dot({ x, y, hollow = false, strong = false }: { x: number; y: number; hollow?: boolean; strong?: boolean }) {
  const r = strong ? 7 : 5.5;
  return hollow ? (
    <circle cx={x} cy={y} r={r - 0.5} fill="var(--paper)" stroke="var(--d4)" strokeWidth={2} />
  ) : (
    <circle cx={x} cy={y} r={r} fill="var(--d6)" stroke="var(--paper)" strokeWidth={2} />
  );
}

/** Interval and dots of each row, its number beside them where no dot stands. */
function Marks({ model, shift }: { model: DotsModel; shift: number }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <g>
      {model.rows.map((row, index) => {
        const middle = (y(index) ?? 0) + shift;
        const value = row.value === null ? null : (x(row.value) ?? 0);
        const second = row.second === null ? null : (x(row.second) ?? 0);
        const interval = row.interval && [x(row.interval[0]) ?? 0, x(row.interval[1]) ?? 0];
        return (
          <g key={row.key}>
            {interval && (
              <line
                x1={interval[0]}
                x2={interval[1]}
                y1={middle}
                y2={middle}
                stroke="var(--d3)"
                strokeWidth={row.strong ? 9 : 7}
              />
            )}
            {value !== null && second !== null && (
              <line x1={second} x2={value} y1={middle} y2={middle} stroke="var(--line-2)" strokeWidth={1} />
            )}
            {second !== null && <Dot x={second} y={middle} hollow />}
            {value !== null && <Dot x={value} y={middle} strong={row.strong} />}
            <text x={(x(1) ?? 0) + 14} y={middle + 6} style={NUMERAL}>
              {row.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function DotKey({ legend }: { legend: DotsModel["legend"] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-2">
      {legend.map(({ dot, label }) => (
        <li key={dot} className="inline-flex items-center gap-2">
          <svg width="16" height="16" aria-hidden="true">
            <Dot x={8} y={8} hollow={dot === "hollow"} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** F6, F14: a dot a row on one scale of shares, with its interval or a second dot. */
export function Dots({ model, width, height, narrow }: Drawn<DotsModel>) {
  const data = model.rows.map((row, index) => ({ x: row.value ?? 0, y: index }));
  return (
    <>
      <DotKey legend={model.legend} />
      <ScatterChart
        width={width}
        height={height}
        margin={{ top: 8, right: 66, bottom: 0, left: nameRoom(model.rows, narrow) }}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[0, 1]}
          ticks={PERCENTS}
          tickFormatter={percentTick}
          axisLine={false}
          tickLine={false}
          height={24}
        />
        <YAxis
          dataKey="y"
          type="number"
          hide
          reversed
          domain={[-0.5, model.rows.length - 0.5]}
          ticks={model.rows.map((_, i) => i)}
        />
        <Scatter data={data} isAnimationActive={false} shape={() => <g />} />
        <Marks model={model} shift={narrow ? 10 : 0} />
        <RowNames rows={model.rows} narrow={narrow} at={(index) => index} />
      </ScatterChart>
    </>
  );
}
