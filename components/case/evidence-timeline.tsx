import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPosition } from "../format";
import { useDuration } from "../ui/date-text";

/** One row a kind of event, in seconds from the beginning of the recording. */
export type TimelineRow =
  | { kind: "sound"; key: string; label: string /** Loudness 0 to 1, evenly spread. */; peaks: readonly number[] }
  | {
      kind: "limit";
      key: string;
      label: string;
      start: number;
      end: number /** Seconds allowed, from `start`. */;
      limit: number;
      words?: ReactNode;
    }
  | { kind: "marks"; key: string; label: string; at: readonly number[]; words?: ReactNode }
  | { kind: "span"; key: string; label: string; start: number; end: number; words?: ReactNode };

const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900];

/** Seconds between two lines of the axis: at most eight of them. */
function stepOf(duration: number): number {
  return STEPS.find((step) => duration / step <= 8) ?? 1800;
}

/** Bars of sound as one path, drawn into whatever width there is. */
function Sound({ peaks }: { peaks: readonly number[] }) {
  const path = peaks.map((peak, i) => `M${i + 0.5} ${(12 - 11 * peak).toFixed(1)}V${(12 + 11 * peak).toFixed(1)}`).join("");
  return (
    <svg
      viewBox={`0 0 ${peaks.length} 24`}
      preserveAspectRatio="none"
      className="absolute inset-x-0 top-1/2 h-6 w-full -translate-y-1/2"
      aria-hidden="true"
    >
      <path d={path} stroke="var(--d4)" strokeWidth="1.2" vectorEffect="non-scaling-stroke" fill="none" />
    </svg>
  );
}

/** `crowded`: too near the right edge for words beside it. */
function Limit({
  row,
  at,
  crowded,
}: {
  row: Extract<TimelineRow, { kind: "limit" }>;
  at: (s: number) => string;
  crowded: boolean;
}) {
  const t = useTranslations("ui");
  const duration = useDuration();
  const limitAt = row.start + row.limit;
  const over = Math.round(row.end - limitAt);
  const right = row.end;
  return (
    <>
      <span
        className="absolute h-[15px] bg-d2"
        style={{ left: at(row.start), right: `calc(100% - ${at(Math.min(row.end, limitAt))})` }}
      />
      {over > 0 && (
        <span
          className="absolute h-[15px] border border-seal hatch-seal"
          style={{ left: at(limitAt), right: `calc(100% - ${at(right)})` }}
        />
      )}
      <span className="absolute h-7 w-0.5 -translate-x-px bg-seal" style={{ left: at(limitAt) }} />
      <span
        className="tl-words"
        data-side={crowded ? "above" : "after"}
        style={{ "--at": at(Math.max(right, limitAt)), "--limit": at(limitAt) }}
      >
        {row.words ?? (
          <>
            <b className="font-medium text-ink">{duration(row.end - row.start, true)}</b>{" "}
            <span className="font-medium text-seal">
              {t("measure.limit", { limit: duration(row.limit, true) })}
              {over > 0 && t("measure.comma") + t("measure.over", { over: duration(over, true) })}
            </span>
          </>
        )}
      </span>
    </>
  );
}

function Row({ row, at, duration }: { row: TimelineRow; at: (s: number) => string; duration: number }) {
  if (row.kind === "sound") return <Sound peaks={row.peaks} />;
  if (row.kind === "limit") return <Limit row={row} at={at} crowded={row.end / duration > 0.45} />;
  if (row.kind === "marks") {
    const last = row.at.at(-1) ?? 0;
    return (
      <>
        {row.at.map((second, index) => (
          <span key={second} className="absolute flex -translate-x-1/2 flex-col items-center" style={{ left: at(second) }}>
            <i className="size-[9px] rotate-45 bg-ink" />
            <span className="absolute top-full mt-0.5 text-note leading-none text-ink-2">{index + 1}</span>
          </span>
        ))}
        {row.words && (
          <span className="tl-words" data-side="after" style={{ "--at": at(last) }}>
            {row.words}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <span className="absolute h-[15px] bg-ink" style={{ left: at(row.start), right: `calc(100% - ${at(row.end)})` }} />
      {row.words && (
        <span className="tl-words" data-side="before" style={{ "--at": at(row.start) }}>
          {row.words}
        </span>
      )}
    </>
  );
}

/** What happened in a recording, on one axis in seconds; limits start where the rule starts them. `label` says all of it in words. */
export function EvidenceTimeline({ duration, rows, label }: { duration: number; rows: readonly TimelineRow[]; label: string }) {
  const step = stepOf(duration);
  const at = (second: number) => `${((Math.min(duration, Math.max(0, second)) / duration) * 100).toFixed(3)}%`;
  const lines = Array.from({ length: Math.floor(duration / step) + 1 }, (_, i) => i * step);
  return (
    <div className="timeline" role="img" aria-label={label}>
      <div className="tl-axis">
        {lines.map((second) => (
          <span key={second} style={{ left: at(second) }}>
            {formatPosition(second)}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row.key} className="tl-row" data-kind={row.kind}>
          <span className="tl-label">{row.label}</span>
          <span className="tl-track">
            {lines.map((second) => (
              <i key={second} className="tl-line" style={{ left: at(second) }} />
            ))}
            <Row row={row} at={at} duration={duration} />
          </span>
        </div>
      ))}
    </div>
  );
}
