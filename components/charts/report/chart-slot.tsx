"use client";

import { type ComponentType, useEffect, useState } from "react";
import { useWidth } from "./draw-shared";
import { type ChartModel, chartHeight, type Drawn, NARROW } from "./model";

/** Rows stand closer on paper, where type is smaller. */
const PAPER = 0.58;

type Drawing = ComponentType<Drawn<ChartModel>>;

/** The drawings weigh 120 kB: they come when one is about to be seen, long after the words. */
async function drawingOf(kind: ChartModel["kind"]): Promise<Drawing> {
  switch (kind) {
    case "line":
      return (await import("./draw-lines")).Lines as ComponentType<never> as Drawing;
    case "columns":
      return (await import("./draw-columns")).Columns as ComponentType<never> as Drawing;
    case "step":
      return (await import("./draw-lines")).Steps as ComponentType<never> as Drawing;
    case "funnel":
      return (await import("./draw-rows")).Funnel as ComponentType<never> as Drawing;
    case "bars":
      return (await import("./draw-rows")).Bars as ComponentType<never> as Drawing;
    case "stack":
      return (await import("./draw-rows")).Stack as ComponentType<never> as Drawing;
    case "slope":
      return (await import("./draw-slope")).Slope as ComponentType<never> as Drawing;
    case "dots":
      return (await import("./draw-dots")).Dots as ComponentType<never> as Drawing;
  }
}

/**
 * Where a chart is drawn, its height kept free from the beginning. Without JavaScript it is not there and the table below it is open. `eager`: at
 * once, for print; the place then says `data-drawn` when it is done.
 */
export function ChartSlot({ model, eager = false }: { model: ChartModel; eager?: boolean }) {
  const { place, width } = useWidth();
  const [near, setNear] = useState(eager);
  const [drawing, setDrawing] = useState<{ draw: Drawing } | null>(null);
  useEffect(() => {
    const element = place.current;
    if (near || !element) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, place]);
  useEffect(() => {
    let wanted = true;
    if (near) void drawingOf(model.kind).then((draw) => wanted && setDrawing({ draw }));
    return () => {
      wanted = false;
    };
  }, [near, model.kind]);
  const Draw = drawing?.draw;
  const narrow = width < (eager ? NARROW.paper : NARROW.screen);
  const height = Math.round(chartHeight(model, narrow) * (eager ? PAPER : 1));
  const ready = Draw !== undefined && width > 0;
  return (
    <div className="chart-place">
      <div
        ref={place}
        role="img"
        aria-label={model.label}
        className="chart-slot"
        data-drawn={ready ? "" : undefined}
        style={{
          "--height": `${chartHeight(model, false)}px`,
          "--height-narrow": `${chartHeight(model, true)}px`,
        }}
      >
        {ready && <Draw model={model} width={width} height={height} narrow={narrow} />}
      </div>
    </div>
  );
}
