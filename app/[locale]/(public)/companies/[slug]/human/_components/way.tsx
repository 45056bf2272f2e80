import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/format";
import { DurationText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { dayOf } from "@/domain/day";
import type { ChannelGuide, PriorityGuide } from "@/domain/dial-tests/guide";
import { DialSteps } from "../../../../../_components/dial/dial-steps";

/** One channel: where to go and what to do first, large enough to be read with the phone in hand; then how well it works. */
export function Way({ guide }: { guide: ChannelGuide }) {
  const t = useTranslations("humanGuide");
  const channels = useTranslations("channels");
  const gates = useTranslations("dial.gates");
  const locale = useLocale();
  const { channel, contactPoint, best, tests, connected, inTime, medianSeconds, lastTested, told } = guide;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const here = (PLACE as readonly string[]).includes(channel) ? (channel as (typeof PLACE)[number]) : "other";
  return (
    <Section
      id={channel}
      title={channels(channel)}
      note={t("tested", { n: tests, day: formatDay(dayOf(lastTested), locale, "date") })}
    >
      <div className="grid gap-5">
        {contactPoint && (
          <p className="grid gap-0.5">
            <span className="text-ink-2">{t(`go.${here}`)}</span>
            {channel === "phone" ? (
              <a href={`tel:${contactPoint.replace(/[^\d+*#]/g, "")}`} className="way-point">
                {contactPoint}
              </a>
            ) : (
              <b className="way-point" data-long={contactPoint.length > 14 ? "" : undefined}>
                {contactPoint}
              </b>
            )}
          </p>
        )}
        {best ? (
          <>
            <div>
              <h3 className="mb-2">{t("do")}</h3>
              <DialSteps steps={best.actions} large />
            </div>
            <p className="text-ink-2">
              {t.rich(best.secondsToHuman !== null && best.secondsToHuman <= 180 ? "worked" : "workedLate", {
                day: formatDay(dayOf(best.testedAt), locale, "date"),
                time: () => <DurationText seconds={best.secondsToHuman ?? 0} />,
              })}
            </p>
          </>
        ) : (
          <p className="max-w-measure">{t("nobody")}</p>
        )}
        <ul className="way-facts">
          <li>
            {medianSeconds === null
              ? t("medianNone")
              : t.rich("median", { time: () => <DurationText seconds={medianSeconds} /> })}
          </li>
          <li>
            {t("connected", { n: connected, of: tests })}
            {connected > 0 && t("inTime", { n: inTime })}
          </li>
          {told !== null && <li>{t("told", { n: told, of: tests })}</li>}
          {guide.gates.length > 0 && (
            <li>{t("gates", { what: list.format(guide.gates.map((gate) => gates(gate as "other"))) })}</li>
          )}
        </ul>
        {guide.priority && <Priority guide={guide.priority} />}
        <p className="text-small text-ink-2">
          {t("limits")} <LocalLink href={`${PLACES.standard}/B2.1`}>B2.1</LocalLink>{" "}
          {guide.priority && <LocalLink href={`${PLACES.standard}/B3.2`}>B3.2</LocalLink>}
        </p>
      </div>
    </Section>
  );
}

const PLACE = ["phone", "app", "web"] as const;

/** The route for seniors and disabled people. */
function Priority({ guide }: { guide: PriorityGuide }) {
  const t = useTranslations("humanGuide.priority");
  const { best, tests, offered, inTime, medianSeconds } = guide;
  return (
    <div className="way-priority">
      <h3>{t("title")}</h3>
      {best && best.priorityOffered !== false ? <DialSteps steps={best.actions} large /> : <p>{t("nobody")}</p>}
      <p className="text-ink-2">
        {t("offered", { n: offered, of: tests })}
        {medianSeconds !== null && t.rich("median", { time: () => <DurationText seconds={medianSeconds} /> })}
        {t("inTime", { n: inTime })}
      </p>
    </div>
  );
}
