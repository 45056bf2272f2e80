"use client";

import {
  Bar,
  BarChart,
  type BarShapeProps,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { Hatches, NUMERAL, PERCENTS, percentTick, STRONG, ToneKey, toneEdge, toneFill, useHatchId } from "./draw-shared";
import type { BarsModel, Drawn, FunnelModel, StackModel } from "./model";
import { textRoom } from "./spread-labels";

interface RowName {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly strong?: boolean;
}

/** Room at the left for the names of rows in px; on a phone they stand above their bar and take none. */
export function nameRoom(rows: readonly RowName[], narrow: boolean): number {
  if (narrow) return 8;
  return Math.max(...rows.map(({ label, note = "" }) => textRoom(label, 15) + (note ? 8 + textRoom(note, 13) : 0))) + 20;
}

/** Names of the rows: in the margin, or above the bars on a phone. */
export function RowNames({ rows, narrow, at }: { rows: readonly RowName[]; narrow: boolean; at?: (index: number) => number }) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!y || !plot) return null;
  return (
    <g>
      {rows.map((row, index) => {
        const middle = y(at ? at(index) : row.key, { position: "middle" }) ?? 0;
        const bold = { ...STRONG, fontWeight: row.strong ? 700 : 500 };
        return narrow ? (
          <text key={row.key} x={plot.x} y={middle - 12}>
            <tspan style={bold}>{row.label}</tspan>
            {row.note && <tspan dx={8}>{row.note}</tspan>}
          </text>
        ) : (
          <text key={row.key} x={plot.x - 14} y={middle + 5} textAnchor="end">
            {row.note && <tspan>{row.note}</tspan>}
            <tspan dx={row.note ? 8 : 0} style={bold}>
              {row.label}
            </tspan>
          </text>
        );
      })}
    </g>
  );
}

/** Numbers at the end of bars. */
function BarValues({
  rows,
  narrow,
}: {
  rows: readonly { key: string; end: number; value: string; note?: string }[];
  narrow: boolean;
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <g>
      {rows.map(({ key, end, value, note }) => (
        <text key={key} x={(x(end) ?? 0) + 10} y={(y(key, { position: "middle" }) ?? 0) + (narrow ? 16 : 6)}>
          <tspan style={NUMERAL}>{value}</tspan>
          {note && <tspan dx={10}>{note}</tspan>}
        </text>
      ))}
    </g>
  );
}

/** Trapezoids that lead from one stage of the funnel to the next. */
function Slopes({ stages, half, shift }: { stages: FunnelModel["stages"]; half: number; shift: number }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const left = x(0) ?? 0;
  return (
    <g>
      {stages.slice(0, -1).map((stage, index) => {
        const next = stages[index + 1];
        if (!next) return null;
        const top = (y(stage.key, { position: "middle" }) ?? 0) + half + shift;
        const bottom = (y(next.key, { position: "middle" }) ?? 0) - half + shift;
        const [from, to] = [x(stage.n) ?? 0, x(next.n) ?? 0];
        return <path key={stage.key} d={`M${left} ${top}H${from}L${to} ${bottom}H${left}Z`} fill="var(--d0)" />;
      })}
    </g>
  );
}

interface RowGeometry {
  readonly narrow: boolean;
  /** Thickness of a bar in px. */
  readonly bar: number;
  /** How far a bar stands below the middle of its row, to leave room for the name above. */
  readonly shift: number;
}

/** @param row height of a row in px */
const geometry = (narrow: boolean, bar: number, row: number): RowGeometry => ({
  narrow,
  bar: Math.round(narrow ? Math.min(bar, 18) : Math.min(bar, row * 0.55)),
  shift: narrow ? 10 : 0,
});

function shapeOf({ shift, bar }: RowGeometry, fill: (props: BarShapeProps) => { fill: string; edge: string | undefined }) {
  return (props: BarShapeProps) => {
    const { x = 0, y = 0, width = 0, height = 0 } = props as { x?: number; y?: number; width?: number; height?: number };
    const { fill: inside, edge } = fill(props);
    if (width <= 0) return <g />;
    return (
      <rect
        x={x}
        y={y + height / 2 - bar / 2 + shift}
        width={width}
        height={bar}
        fill={inside}
        stroke={edge}
        strokeWidth={edge ? 1 : 0}
      />
    );
  };
}

/** F2: each stage a bar of those who got there, what may still come hatched at its end, led to the next. */
export function Funnel({ model, width, height, narrow }: Drawn<FunnelModel>) {
  const id = useHatchId();
  const g = geometry(narrow, 26, height / model.stages.length);
  const most = Math.max(1, ...model.stages.map((stage) => stage.n));
  const names = model.stages.map(({ key, label, note }) => ({ key, label, ...(g.narrow ? { note } : {}) }));
  const data = model.stages.map((stage) => ({ key: stage.key, done: stage.n - stage.open, open: stage.open }));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: 0, right: g.narrow ? 96 : 224, bottom: 0, left: nameRoom(names, g.narrow) }}
      accessibilityLayer={false}
    >
      <Hatches id={id} />
      <XAxis type="number" hide domain={[0, most]} />
      <YAxis type="category" dataKey="key" hide />
      <Slopes stages={model.stages} half={g.bar / 2} shift={g.shift} />
      <Bar
        dataKey="done"
        stackId="stage"
        isAnimationActive={false}
        shape={shapeOf(g, () => ({ fill: "var(--d6)", edge: undefined }))}
      />
      <Bar
        dataKey="open"
        stackId="stage"
        isAnimationActive={false}
        shape={shapeOf(g, () => ({ fill: toneFill("open", id), edge: toneEdge("open") }))}
      />
      <RowNames rows={names} narrow={g.narrow} />
      <BarValues
        rows={model.stages.map(({ key, n, value, note }) => ({ key, end: n, value, ...(g.narrow ? {} : { note }) }))}
        narrow={g.narrow}
      />
    </BarChart>
  );
}

/** F3: a bar a reason. */
export function Bars({ model, width, height, narrow }: Drawn<BarsModel>) {
  const id = useHatchId();
  const g = geometry(narrow, 18, height / model.rows.length);
  const most = Math.max(1, ...model.rows.map((row) => row.n));
  const names = model.rows.map(({ key, label }) => ({ key, label }));
  const tones = new Map(model.rows.map((row, index) => [index, row.tone]));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={model.rows.map(({ key, n }) => ({ key, n }))}
      margin={{ top: 0, right: 118, bottom: 0, left: nameRoom(names, g.narrow) }}
      accessibilityLayer={false}
    >
      <Hatches id={id} />
      <XAxis type="number" hide domain={[0, most]} />
      <YAxis type="category" dataKey="key" hide />
      <Bar
        dataKey="n"
        isAnimationActive={false}
        shape={shapeOf(g, (props) => {
          const tone = tones.get((props as { index?: number }).index ?? 0) ?? "dark";
          return { fill: toneFill(tone, id), edge: toneEdge(tone) };
        })}
      />
      <RowNames rows={names} narrow={g.narrow} />
      <BarValues rows={model.rows.map(({ key, n, value, note }) => ({ key, end: n, value, note }))} narrow={g.narrow} />
    </BarChart>
  );
}

/** Numbers inside the parts wide enough to hold them. */
function PartValues({ model, g }: { model: StackModel; g: RowGeometry }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const tones = new Map(model.legend.map(({ key, tone }) => [key, tone]));
  return (
    <g>
      {model.rows.flatMap((row) => {
        let from = 0;
        return row.parts.map((part) => {
          const [left, right] = [x(from) ?? 0, x(from + part.share) ?? 0];
          from += part.share;
          const tone = tones.get(part.key) ?? "dark";
          if (right - left < part.value.length * 9 + 14) return null;
          const plain = tone === "dark" || tone === "middle";
          const hatched = tone === "open" || tone === "out" || tone === "beyond";
          const middle = (y(row.key, { position: "middle" }) ?? 0) + g.shift;
          const room = textRoom(part.value, 13);
          return (
            <g key={`${row.key} ${part.key}`}>
              {hatched && <rect x={left + 5} y={middle - 8} width={room + 6} height={16} fill="var(--paper)" />}
              <text x={left + 8} y={middle + 5} style={{ fill: plain ? "var(--on-d-high)" : "var(--on-d-low)", fontWeight: 500 }}>
                {part.value}
              </text>
            </g>
          );
        });
      })}
    </g>
  );
}

/** F5, F12: what became of all that fell due, in shares of the whole; what lies beyond the limit is vermilion and hatched. */
export function Stack({ model, width, height, narrow }: Drawn<StackModel>) {
  const id = useHatchId();
  const g = geometry(narrow, 22, (height - 30) / model.rows.length);
  const data = model.rows.map((row) => ({
    key: row.key,
    ...Object.fromEntries(row.parts.map((part) => [part.key, part.share])),
  }));
  return (
    <>
      <ToneKey legend={model.legend} />
      <BarChart
        layout="vertical"
        width={width}
        height={height}
        data={data}
        margin={{ top: 6, right: 26, bottom: 0, left: nameRoom(model.rows, g.narrow) }}
        accessibilityLayer={false}
      >
        <Hatches id={id} />
        <XAxis
          type="number"
          domain={[0, 1]}
          ticks={PERCENTS}
          tickFormatter={percentTick}
          axisLine={false}
          tickLine={false}
          height={24}
        />
        <YAxis type="category" dataKey="key" hide />
        {model.legend.map(({ key, tone }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="whole"
            isAnimationActive={false}
            shape={shapeOf(g, () => ({ fill: toneFill(tone, id), edge: toneEdge(tone) }))}
          />
        ))}
        <ZIndexLayer zIndex={1000}>
          <PartValues model={model} g={g} />
        </ZIndexLayer>
        <RowNames rows={model.rows} narrow={g.narrow} />
      </BarChart>
    </>
  );
}
