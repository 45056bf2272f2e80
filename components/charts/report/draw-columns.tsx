"use client";

import { Bar, BarChart, CartesianGrid, Cell, LabelList, XAxis, YAxis } from "recharts";
import { Hatches, toneEdge, toneFill, useHatchId } from "./draw-shared";
import type { ColumnsModel, Drawn } from "./model";
import { roundEnd, textRoom } from "./spread-labels";

/** Columns side by side, a day each: numbers stand on them where there is room, days under as many as can be read. */
export function Columns({ model, width, height, narrow }: Drawn<ColumnsModel>) {
  const id = useHatchId();
  const most = roundEnd(Math.max(4, ...model.columns.map((one) => one.n)));
  const step = (width - 40) / Math.max(1, model.columns.length);
  const widest = Math.max(...model.columns.map((one) => textRoom(one.label, 13))) + 10;
  const every = Math.max(1, Math.ceil(widest / step));
  const labels = new Map(model.columns.map((one) => [one.key, one.label]));
  return (
    <BarChart
      width={width}
      height={height}
      data={model.columns.map((one) => ({ ...one }))}
      margin={{ top: 22, right: 4, bottom: 4, left: 0 }}
      barCategoryGap={narrow ? 1 : "18%"}
      accessibilityLayer={false}
    >
      <Hatches id={id} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="key"
        stroke="var(--ink)"
        tickLine={false}
        ticks={model.columns.filter((_, index) => index % every === 0).map((one) => one.key)}
        interval={0}
        tickFormatter={(key) => labels.get(String(key)) ?? ""}
        tickMargin={8}
        height={30}
      />
      <YAxis
        width={34}
        axisLine={false}
        tickLine={false}
        domain={[0, most]}
        allowDecimals={false}
        ticks={[0, 1, 2, 3, 4].map((n) => (n * most) / 4)}
      />
      <Bar dataKey="n" isAnimationActive={false}>
        {model.columns.map((one) => (
          <Cell key={one.key} fill={toneFill(one.tone, id)} stroke={toneEdge(one.tone)} />
        ))}
        {step > 22 && (
          <LabelList
            dataKey="n"
            position="top"
            formatter={(n) => (Number(n) > 0 ? String(n) : "")}
            style={{ fill: "var(--ink)", fontSize: 13 }}
          />
        )}
      </Bar>
    </BarChart>
  );
}
