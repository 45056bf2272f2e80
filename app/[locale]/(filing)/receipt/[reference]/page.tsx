import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { caseActor } from "@/app/_server/case-actor";
import { shownReceipt } from "@/app/_server/receipt-cookie";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { formatDay, formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Notice, ThenList } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { evidenceOf } from "@/db/queries/evidence";
import { contactOf } from "@/db/queries/filing";
import { inFours } from "@/domain/case-number";
import { caseClocks, computeDeadline } from "@/domain/clocks";
import { type Day, dayOf } from "@/domain/day";
import { readCase } from "@/services/case-file";
import { FilesOnTheirWay } from "../../_components/files-on-their-way";
import { FilingBar } from "../../_components/filing-bar";
import { Proof } from "../../_components/proof";
import { ReceiptPicture } from "../../_components/receipt-picture";
import { VerifyContact } from "../../_components/verify-contact";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("receipt");
  return { title: `${t("title")} ${(await params).reference}`, referrer: "same-origin" };
}

/** Right after filing: number, secret (here alone), when there is an answer and how that was counted, and the proof. */
export default async function ReceiptPage({ params }: Props) {
  const [{ reference }, locale, actor, shown, now] = await Promise.all([
    params,
    getLocale(),
    caseActor(),
    shownReceipt(),
    portalNow(db()),
  ]);
  const file = actor.role === "complainant" ? await readCase(db(), actor, { reference }, locale) : null;
  if (!file) return <NotHere />;
  const t = await getTranslations("receipt");
  const secret = shown?.reference === reference ? shown.secret : null;
  const { row, calendar } = file;
  const today = dayOf(now);
  const acceptance = caseClocks(file.snapshot, calendar, today).find((clock) => clock.clock === "acceptance");
  const write = (day: Day) => formatDay(day, locale, "weekday");
  const due = acceptance?.due ?? today;
  const [evidence, contact] = await Promise.all([evidenceOf(db(), row.id), contactOf(db(), row.id)]);
  const decision = (start: Day) => computeDeadline({ clock: "decision", start, calendar, today }).due;
  return (
    <>
      <FilingBar aside={<LocalLink href={PLACES.home}>{t("home")}</LocalLink>} />
      <Page width="ask">
        <h1 className="pt-7 text-[2.375rem] leading-[1.25] font-black">{t("title")}</h1>
        <p className="mt-1 text-lead">{t("about", { company: row.companyNameTyped })}</p>
        <div className="wenwu mt-6" />
        <dl className="pt-4">
          <dt className="text-small text-ink-2">{t("reference")}</dt>
          <dd className="slip-number mb-3">{row.reference}</dd>
          {secret && (
            <>
              <dt className="text-small text-ink-2">{t("secret")}</dt>
              <dd className="slip-number mb-3" data-testid="secret">
                {inFours(secret)}
              </dd>
            </>
          )}
        </dl>
        <Notice small tone={secret ? "ink" : "calm"}>
          {secret ? t("once") : t("noSecret")}
        </Notice>
        {secret && (
          <ReceiptPicture
            reference={row.reference}
            secret={inFours(secret)}
            lines={[
              t("about", { company: row.companyNameTyped }),
              `${t("when")} ${write(due)} 24:00`,
              formatInstant(row.filedAt, locale, true),
            ]}
            due={write(due)}
          />
        )}
        <VerifyContact reference={row.reference} to={masked(contact)} verified={row.contactVerified} />

        <h2 className="mt-12 mb-4">{t("when")}</h2>
        {acceptance && <DeadlineMark clock={acceptance} how="open" />}
        {!row.acceptedAt && (
          <div className="mt-5">
            <Notice>
              {t.rich("deemed", {
                filed: formatDay(dayOf(row.filedAt), locale, "day"),
                due: write(decision(dayOf(row.filedAt))),
                b: (words) => <b>{words}</b>,
              })}
            </Notice>
          </div>
        )}
        <h2 className="mt-12 mb-1.5">{t("next")}</h2>
        <ThenList
          items={[
            { key: "accept", when: t("nextBefore", { day: formatDay(due, locale, "day") }), what: t("nextAccept") },
            { key: "reply", when: t("nextAfter"), what: t("nextReply") },
            {
              key: "rule",
              when: t("nextBefore", { day: formatDay(row.decisionDue ?? decision(due), locale, "day") }),
              what: t("nextRuling"),
            },
          ]}
        />
        <FilesOnTheirWay />
        <Proof reference={row.reference} filedAt={row.filedAt} evidence={evidence} />
        <p className="no-print mt-8">
          <LocalLink href={PLACES.track}>{t("track")}</LocalLink>
        </p>
      </Page>
    </>
  );
}

/** The same for every number that is not this device's: it says nothing about whether there is such a case. */
async function NotHere() {
  const t = await getTranslations("receipt");
  return (
    <>
      <FilingBar />
      <Page width="ask">
        <h1 className="pt-7 text-h1">{t("goneTitle")}</h1>
        <p className="mt-3">{t("gone")}</p>
        <p className="mt-2">{t("goneHow")}</p>
        <p className="mt-6">
          <LocalLink href={PLACES.track}>{t("track")}</LocalLink>
        </p>
      </Page>
    </>
  );
}

/** Enough of an address to know it by: "wa***@example.com", "138****8000". */
function masked(contact: { email: string | null; phone: string | null } | null): { kind: "mail" | "sms"; words: string } | null {
  if (contact?.email) {
    const [name = "", host = ""] = contact.email.split("@");
    return { kind: "mail", words: `${name.slice(0, 2)}***@${host}` };
  }
  if (contact?.phone) return { kind: "sms", words: `${contact.phone.slice(0, 3)}****${contact.phone.slice(-4)}` };
  return null;
}
