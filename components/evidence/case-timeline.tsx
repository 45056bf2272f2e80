import { useLocale, useTranslations } from "next-intl";
import { isDay } from "@/domain/day";
import { soundOf } from "@/domain/reading/content";
import type { ReadFile } from "@/domain/reading/proposals";
import { type LimitOnAxis, type Moment, type MomentKind, type Strand, timelineOf } from "@/domain/reading/timeline";
import { EvidenceTimeline, type TimelineRow } from "../case/evidence-timeline";
import { formatDay, formatPosition } from "../format";
import { useDuration } from "../ui/date-text";
import { spotHref } from "./spots";

/** All evidence of a case in time order, each chat and call on its axis with the limits of the Standard, every spot a link into the viewer. */
export function CaseTimeline({
  files,
  names,
  priority,
}: {
  files: readonly ReadFile[];
  names: ReadonlyMap<string, string>;
  priority: boolean;
}) {
  const t = useTranslations("evidenceView.timeline");
  const strands = timelineOf(files, priority);
  if (strands.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="grid gap-8">
      {strands.map((strand) => (
        <StrandPart key={strand.key} strand={strand} names={names} files={files} />
      ))}
      <p className="text-note text-ink-2">{t("machine")}</p>
    </div>
  );
}

function StrandPart({
  strand,
  names,
  files,
}: {
  strand: Strand;
  names: ReadonlyMap<string, string>;
  files: readonly ReadFile[];
}) {
  const t = useTranslations("evidenceView.timeline");
  const locale = useLocale();
  const duration = useDuration();
  const limitWords = useLimitWords();
  const told = strand.moments.filter((one) => one.kind !== "said");
  const listed = told.filter((one) => one.kind !== "silence");
  const rows = useRows(strand, files);
  const first = strand.moments.find((one) => one.line !== null);
  const lines = strand.moments.filter((one) => one.line !== null).length;
  const title = t(`strand.${strand.kind}`);
  const day = strand.day && isDay(strand.day) ? formatDay(strand.day, locale, "date") : null;
  const when = [day, strand.from !== null ? hour(strand.from) : null].filter(Boolean).join(" ");
  return (
    <section aria-label={`${title} ${strand.evidenceIds.map((id) => names.get(id)).join(" ")}`}>
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        {title}
        <span className="text-note font-normal text-ink-2">
          {strand.evidenceIds.map((id) => names.get(id)).join(" ")}
          {"　"}
          {when || t(strand.kind === "call" || strand.kind === "recording" ? "noDay" : "noTime")}
          {strand.duration !== null && `　${duration(strand.duration)}`}
        </span>
      </h3>
      {strand.duration !== null && strand.duration > 0 && rows.length > 0 && (
        <div className="mt-2">
          <EvidenceTimeline
            duration={strand.duration}
            rows={rows}
            label={[t("axis", { strand: title, duration: duration(strand.duration) }), ...strand.limits.map(limitWords)].join(
              " ",
            )}
          />
        </div>
      )}
      <ol className="mt-2">
        {listed.map((one) => (
          <MomentRow key={`${one.kind} ${one.evidenceId} ${one.line} ${one.second}`} of={one} strand={strand} names={names} />
        ))}
      </ol>
      {lines > 0 && first && (
        <p className="mt-1.5 text-note">
          <a href={spotHref({ id: first.evidenceId, ...(first.line === null ? {} : { line: first.line }) })}>
            {t("all", { n: lines })}
          </a>
        </p>
      )}
    </section>
  );
}

/** A second of the day as 09:02 or 09:02:11. */
function hour(second: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = second % 86_400;
  const s = day % 60;
  return `${two(Math.floor(day / 3600))}:${two(Math.floor((day % 3600) / 60))}${s > 0 ? `:${two(s)}` : ""}`;
}

function MomentRow({ of, strand, names }: { of: Moment; strand: Strand; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("evidenceView.timeline");
  const call = strand.kind === "call" || strand.kind === "recording";
  const at = of.second === null ? "" : call ? formatPosition(of.second) : (of.shown ?? hour((strand.from ?? 0) + of.second));
  const href = spotHref({
    id: of.evidenceId,
    ...(of.line !== null ? { line: of.line } : of.second !== null ? { second: of.second } : {}),
  });
  return (
    <li className="hair-b">
      <a
        href={href}
        className="grid grid-cols-[4.2em_6.5em_minmax(0,1fr)] items-baseline gap-x-3 py-1.5 text-ink no-underline hover:bg-paper-2"
        title={t("goTo", { file: names.get(of.evidenceId) ?? "" })}
      >
        <span className="num text-note text-ink-2">{at}</span>
        <span className="text-note text-act underline">{t(`kind.${of.kind}`)}</span>
        <span className="min-w-0 wrap-anywhere">
          {of.lasts === undefined ? of.text : t("lasts", { seconds: Math.round(of.lasts) })}
          <span className="ml-2 text-note whitespace-nowrap text-ink-2">{names.get(of.evidenceId)}</span>
        </span>
      </a>
    </li>
  );
}

function useLimitWords(): (limit: LimitOnAxis) => string {
  const t = useTranslations("evidenceView.timeline.limit");
  const duration = useDuration();
  return ({ clause, start, end, limit, met }) => {
    const over = Math.round(end - start - limit);
    const values = {
      clause,
      used: duration(end - start, true),
      limit: duration(limit, true),
      over: duration(Math.max(0, over), true),
    };
    return t(met ? (over > 0 ? "over" : "met") : over > 0 ? "openOver" : "open", values);
  };
}

function useRows(strand: Strand, files: readonly ReadFile[]): TimelineRow[] {
  const t = useTranslations("evidenceView.timeline.row");
  const limitWords = useLimitWords();
  const { moments, limits, duration } = strand;
  const seconds = (kind: MomentKind) => moments.flatMap((one) => (one.kind === kind && one.second !== null ? [one.second] : []));
  const peaks = strand.evidenceIds
    .map((id) => soundOf(files.find((file) => file.id === id)?.content ?? null)?.peaks)
    .find(Boolean);
  const limitRow = (label: string, of: LimitOnAxis): TimelineRow => ({
    kind: "limit",
    key: of.clause,
    label,
    start: of.start,
    end: of.end,
    limit: of.limit,
    words: limitWords(of),
  });
  const rows: TimelineRow[] = [];
  if (peaks && peaks.length > 0) rows.push({ kind: "sound", key: "sound", label: t("sound"), peaks });
  for (const one of limits) if (one.clause === "B1.3") rows.push(limitRow(t("prompt"), one));
  const asked = [...new Set(seconds("request"))];
  if (asked.length > 0) rows.push({ kind: "marks", key: "requests", label: t("requests"), at: asked });
  for (const one of limits) if (one.clause !== "B1.3") rows.push(limitRow(t("wait"), one));
  const reached = seconds("reached")[0];
  if (reached !== undefined && duration !== null && reached < duration)
    rows.push({ kind: "span", key: "human", label: t("human"), start: reached, end: duration, words: formatPosition(reached) });
  return rows;
}
