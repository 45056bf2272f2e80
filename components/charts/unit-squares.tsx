import { useTranslations } from "next-intl";

/** Above this a square stands for ten, and the words say so. */
const MOST = 3000;
interface Grid {
  columns: number;
  /** Side and step of a square, height of a late one, in units of the drawing. */
  side: number;
  step: number;
  tall: number;
}
const WIDE: Grid = { columns: 96, side: 7, step: 9, tall: 13 };
const NARROW: Grid = { columns: 50, side: 5, step: 7, tall: 12 };

function Squares({
  onTime,
  late,
  grid,
  id,
  className,
}: {
  onTime: number;
  late: number;
  grid: Grid;
  id: string;
  className: string;
}) {
  const { columns, side, step, tall } = grid;
  const full = Math.floor(onTime / columns);
  const rest = onTime % columns;
  const gap = onTime > 0 && late > 0 ? 1 : 0;
  const start = rest + gap;
  const places = Array.from({ length: late }, (_, i) => {
    const place = start + i;
    return { x: (place % columns) * step, y: full * step + Math.floor(place / columns) * (tall + 2) };
  });
  const end = Math.max(full * step + (rest > 0 ? side : -2), ...places.map((p) => p.y + tall), side);
  return (
    <svg
      viewBox={`0 0 ${columns * step} ${end}`}
      className={`w-full ${className}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <defs>
        <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse">
          <rect width={side} height={side} fill="var(--ink)" />
        </pattern>
      </defs>
      <rect width={columns * step} height={full * step} fill={`url(#${id})`} />
      <rect y={full * step} width={rest * step} height={step} fill={`url(#${id})`} />
      {places.map((p) => (
        <rect key={`${p.x} ${p.y}`} x={p.x} y={p.y} width={side} height={tall} fill="var(--seal-fill)" />
      ))}
    </svg>
  );
}

/** One square, one promise: every case that fell due, the late ones taller, vermilion, at the end. `id`: unique on the page. */
export function UnitSquares({ id, onTime, late }: { id: string; onTime: number; late: number }) {
  const t = useTranslations("ui.units");
  const each = onTime + late > MOST ? 10 : 1;
  const shown = { onTime: Math.round(onTime / each), late: Math.ceil(late / each) };
  return (
    <div>
      <div role="img" aria-label={t("label", { onTime, late })}>
        <Squares {...shown} grid={WIDE} id={`${id}-w`} className="hidden wide:block" />
        <Squares {...shown} grid={NARROW} id={`${id}-n`} className="hidden narrow:block" />
      </div>
      {each === 10 && <p className="mt-2 text-note text-ink-2">{t("ten")}</p>}
    </div>
  );
}
