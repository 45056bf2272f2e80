import { useTranslations } from "next-intl";
import { DateText, DurationText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { dayOf } from "@/domain/day";

interface Test {
  readonly id: string;
  readonly channel: string;
  readonly testedAt: Date;
  readonly priority: boolean;
  readonly humanRequests: number;
  readonly secondsToHuman: number | null;
  readonly promptSecond: number | null;
  readonly passed: boolean;
}

const SPAN = 420;

/** How long until a person: every test a dot on one axis, the limit in vermilion, never connected kept apart. */
export function DialTests({ tests, slug }: { tests: Test[]; slug: string }) {
  const t = useTranslations("company.dial");
  const channel = useTranslations("channels");
  const connected = tests
    .filter((x) => x.secondsToHuman !== null)
    .sort((a, b) => (a.secondsToHuman ?? 0) - (b.secondsToHuman ?? 0));
  const never = tests.length - connected.length;
  const within = connected.filter((x) => (x.secondsToHuman ?? 0) <= (x.priority ? 60 : 180)).length;
  const stacks = new Map<number, number>();
  return (
    <Section title={t("title")} note={t("note", { n: tests.length })} id="dial-tests">
      <p className="mb-4">
        <LocalLink href={`${PLACES.companies}/${slug}/human`} className="btn" data-kind="plain">
          {t("guide")}
        </LocalLink>
      </p>
      {tests.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p className="mb-2">{t("sentence", { within, late: connected.length - within, never })}</p>
          <div
            className="relative h-[120px] overflow-x-clip"
            role="img"
            aria-label={t("sentence", { within, late: connected.length - within, never })}
          >
            <div className="absolute inset-x-0 bottom-7 border-t border-ink" />
            {[0, 60, 180, 300, SPAN].map((s) => (
              <span
                key={s}
                className={`absolute bottom-0 -translate-x-1/2 text-note ${s === 180 ? "font-medium text-seal" : "text-ink-2"}`}
                style={{ left: `${3 + (s / SPAN) * 82}%` }}
              >
                {s}
              </span>
            ))}
            <i className="absolute top-0 bottom-7 w-0.5 bg-seal" style={{ left: `${3 + (180 / SPAN) * 82}%` }} />
            {connected.map((x) => {
              const at = Math.min(SPAN, x.secondsToHuman ?? 0);
              const bin = Math.round(at / 8);
              const level = stacks.get(bin) ?? 0;
              stacks.set(bin, level + 1);
              const ok = (x.secondsToHuman ?? 0) <= (x.priority ? 60 : 180);
              return (
                <i
                  key={x.id}
                  className={`absolute h-[9px] w-[9px] -translate-x-1/2 rounded-full ${ok ? "bg-ink" : "border-2 border-seal"}`}
                  style={{ left: `${3 + ((bin * 8) / SPAN) * 82}%`, bottom: 33 + level * 11 }}
                />
              );
            })}
            {never > 0 && (
              <span className="absolute right-0 bottom-0 grid justify-items-center text-note text-ink-2">
                <b className="text-[1.125rem] text-seal">✕ {never}</b>
                {t("never")}
              </span>
            )}
          </div>
          <details className="mt-3">
            <summary className="py-1 text-small text-act">{t("table")}</summary>
            <DataTable
              caption={t("title")}
              columns={[
                { key: "day", label: t("columns.day") },
                { key: "channel", label: t("columns.channel") },
                { key: "asked", label: t("columns.asked"), end: true },
                { key: "wait", label: t("columns.wait"), end: true },
                { key: "passed", label: t("columns.passed") },
              ]}
              rows={tests.map((x) => ({
                key: x.id,
                cells: [
                  <DateText key="d" day={dayOf(x.testedAt)} form="date" />,
                  <>
                    {channel(x.channel)}
                    {x.priority && t("priority")}
                  </>,
                  x.humanRequests,
                  x.secondsToHuman === null ? t("never") : <DurationText key="w" seconds={x.secondsToHuman} />,
                  x.passed ? t("yes") : t("no"),
                ],
              }))}
            />
          </details>
        </>
      )}
    </Section>
  );
}
