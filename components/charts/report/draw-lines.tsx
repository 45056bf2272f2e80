"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { LineKey, lineOf, NUMERAL, PERCENTS, percentTick, STRONG } from "./draw-shared";
import type { Drawn, LineModel, StepModel } from "./model";
import { roundEnd, spreadLabels, textRoom } from "./spread-labels";

const AXIS = { stroke: "var(--ink)", tickLine: false } as const;
const LABEL_GAP = 22;

interface End {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly value: number;
}

/** Room at the right for the names of the lines, in px. */
const endRoom = (ends: readonly End[]) =>
  28 + Math.max(...ends.map(({ label, note }) => textRoom(label, 15) + textRoom(note, 13)));

/** Names of the lines at their ends; those that would lie on one another are parted and led to their line. */
function EndLabels({ ends }: { ends: readonly End[] }) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!y || !plot) return null;
  const wishes = ends.map((end) => y(end.value) ?? plot.y);
  const places = spreadLabels(wishes, LABEL_GAP, plot.y + 6, plot.y + plot.height - 4);
  const right = plot.x + plot.width;
  return (
    <g>
      {ends.map((end, index) => {
        const [from = 0, to = 0] = [wishes[index], places[index]];
        return (
          <g key={end.key}>
            {Math.abs(from - to) > 4 && (
              <path d={`M${right + 3} ${from}L${right + 12} ${to}`} stroke="var(--line-2)" strokeWidth={1} fill="none" />
            )}
            <text x={right + 16} y={to + 5}>
              <tspan style={STRONG}>{end.label}</tspan>
              <tspan dx={8}>{end.note}</tspan>
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** F1: a line a channel, week by week; the ends of the period, which may be cut weeks, have hollow dots. */
export function Lines({ model, width, height, narrow }: Drawn<LineModel>) {
  const data = model.points.map((point, index) => ({
    key: point.key,
    ...Object.fromEntries(model.series.map((one) => [one.key, one.values[index] ?? 0])),
  }));
  const most = roundEnd(Math.max(...model.series.flatMap((one) => one.values)));
  const ends = model.series.map(({ key, label, note, values }) => ({ key, label, note, value: values.at(-1) ?? 0 }));
  const right = narrow ? 14 : endRoom(ends);
  const widest = Math.max(...model.points.map((point) => textRoom(point.label, 13))) + 14;
  const every = Math.max(narrow ? 4 : 2, Math.ceil((model.points.length * widest) / Math.max(1, width - right - 40)));
  const ticks = model.points.filter((_, index) => index % every === 0).map((point) => point.key);
  const labels = new Map(model.points.map((point) => [point.key, point.label]));
  const marked = new Set(model.points.flatMap((point, index) => (point.marked ? [index] : [])));
  return (
    <>
      <LineChart
        width={width}
        height={height}
        data={data}
        margin={{ top: 12, right, bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          {...AXIS}
          ticks={ticks}
          interval={0}
          tickFormatter={(key) => labels.get(String(key)) ?? ""}
          tickMargin={8}
          height={30}
          padding={{ left: 6 }}
        />
        <YAxis
          width={34}
          axisLine={false}
          tickLine={false}
          domain={[0, most]}
          ticks={[0, 1, 2, 3, 4].map((n) => (n * most) / 4)}
        />
        {model.series.map((one, index) => {
          const { stroke, width: strokeWidth, dash } = lineOf(index);
          return (
            <Line
              key={one.key}
              dataKey={one.key}
              type="linear"
              stroke={stroke}
              strokeWidth={strokeWidth}
              strokeDasharray={dash}
              isAnimationActive={false}
              dot={(dot: { index: number; cx?: number; cy?: number }) =>
                marked.has(dot.index) ? (
                  <circle key={dot.index} cx={dot.cx} cy={dot.cy} r={3.5} fill="var(--paper)" stroke={stroke} strokeWidth={1.6} />
                ) : (
                  <g key={dot.index} />
                )
              }
            />
          );
        })}
        {!narrow && <EndLabels ends={ends} />}
      </LineChart>
      {narrow && <LineKey series={model.series} />}
    </>
  );
}

/** Where the lines stand at their limits: a dot on each, their numbers below the lowest, where nothing else is drawn. */
function LimitMarks({ model }: { model: StepModel }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const marks = model.series.flatMap(({ key, label, limit, mark, steps }) =>
    mark === null ? [] : [{ key, label, mark, cx: x(limit) ?? 0, cy: y(shareAt(steps, limit)) ?? 0 }],
  );
  const right = Math.max(...marks.map((mark) => mark.cx));
  const below = Math.max(...marks.map((mark) => mark.cy)) + 30;
  return (
    <g>
      {marks.map(({ key, cx, cy }) => (
        <circle key={key} cx={cx} cy={cy} r={4.5} fill="var(--paper)" stroke="var(--ink)" strokeWidth={2} />
      ))}
      {marks.map(({ key, label, mark }, index) => (
        <text key={key} x={right + 12} y={below + index * 26} className="chart-halo">
          <tspan style={NUMERAL}>{mark}</tspan>
          <tspan dx={8}>{label}</tspan>
        </text>
      ))}
    </g>
  );
}

/** Share at a day or second: that of the last step by then. */
function shareAt(steps: StepModel["series"][number]["steps"], at: number): number {
  return steps.findLast(([step]) => step <= at)?.[1] ?? 0;
}

/** F4, F8: what share was done by which working day or second; the limits in vermilion, the share by then written beside them. */
export function Steps({ model, width, height, narrow }: Drawn<StepModel>) {
  const steps = model.series.flatMap((one) => one.steps.map(([at]) => at));
  const days = [...new Set([0, ...steps, model.most])].filter((at) => at <= model.most).sort((a, b) => a - b);
  const data = days.map((day) => ({
    day,
    ...Object.fromEntries(model.series.map((one) => [one.key, shareAt(one.steps, day)])),
  }));
  const whole = Array.from({ length: model.most + 1 }, (_, day) => day);
  const ticks = model.ticks ?? whole.filter((day) => model.most <= 12 || day % 5 === 0);
  const ends = model.series.map((one) => ({ ...one, value: shareAt(one.steps, model.most) }));
  return (
    <>
      <LineChart
        width={width}
        height={height}
        data={data}
        margin={{ top: 26, right: narrow ? 14 : endRoom(ends), bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="day" type="number" {...AXIS} domain={[0, model.most]} ticks={[...ticks]} tickMargin={8} height={30} />
        <YAxis width={44} axisLine={false} tickLine={false} domain={[0, 1]} ticks={PERCENTS} tickFormatter={percentTick} />
        {model.limits.map((limit) => (
          <ReferenceLine
            key={limit.at}
            x={limit.at}
            stroke="var(--seal)"
            strokeWidth={2}
            label={({ viewBox }: { viewBox?: { x?: number; y?: number } }) => (
              <text x={(viewBox?.x ?? 0) + 6} y={(viewBox?.y ?? 0) - 8} style={{ fill: "var(--seal)", fontWeight: 500 }}>
                {limit.label}
              </text>
            )}
          />
        ))}
        {model.series.map((one, index) => {
          const { stroke, width: strokeWidth, dash } = lineOf(index);
          return (
            <Line
              key={one.key}
              dataKey={one.key}
              type="stepAfter"
              stroke={stroke}
              strokeWidth={strokeWidth}
              strokeDasharray={dash}
              isAnimationActive={false}
              dot={false}
            />
          );
        })}
        <ZIndexLayer zIndex={1000}>
          <LimitMarks model={model} />
        </ZIndexLayer>
        {!narrow && <EndLabels ends={ends} />}
      </LineChart>
      {narrow && <LineKey series={model.series} />}
      <p className="mt-1 text-note text-ink-2">{model.axes}</p>
    </>
  );
}
