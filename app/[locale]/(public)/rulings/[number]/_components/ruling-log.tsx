import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant, formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { logVkey } from "@/services/log-proofs";
import { rulingInLog } from "@/services/serve-log";
import { LogCheck } from "./log-check";

/** The public steps of the case with their places in the log, and the check of their proofs in the reader's own browser. */
export async function RulingLog({ number }: { number: string }) {
  const [t, events, locale, found] = await Promise.all([
    getTranslations("ruling.log"),
    getTranslations("events"),
    getLocale(),
    rulingInLog(readDb(), number),
  ]);
  if (!found) return null;
  const said = (type: string) => (events.has(type as "filed") ? events(type as "filed") : type);
  const words = Object.fromEntries(
    (["check", "checking", "good", "bad", "unreachable", "path", "leaf", "root", "size"] as const).map((key) => [
      key,
      t.raw(key) as string,
    ]),
  );
  return (
    <Section
      title={t("title")}
      note={
        <>
          <p>{t("note")}</p>
          <LocalLink href={PLACES.log}>{t("what")}</LocalLink>
        </>
      }
    >
      {found.steps.length === 0 ? (
        <p>{t("waiting")}</p>
      ) : (
        <>
          <p>{t("sentence", { n: found.steps.length, size: formatNumber(found.size) })}</p>
          <ol className="mt-3">
            {found.steps.map((step) => (
              <li key={step.index} className="hair-b flex flex-wrap justify-between gap-x-6 py-2">
                <span>{said(step.type)}</span>
                <span className="text-small text-ink-2">
                  {formatInstant(new Date(step.recordedAt), locale)} · {t("place", { index: formatNumber(step.index) })}
                </span>
              </li>
            ))}
          </ol>
          <LogCheck number={number} vkey={logVkey()} words={words} />
          <p className="mt-3 text-small">
            <a href={`/log/rulings/${number}`}>{t("download")}</a>
          </p>
        </>
      )}
    </Section>
  );
}
