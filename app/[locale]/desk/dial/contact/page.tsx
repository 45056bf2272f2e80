import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatDay, formatTime } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { companiesBySlug, contactPointOf, testOfContact } from "@/db/queries/dial-tests";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { WINDOW_HOURS } from "@/domain/dial-tests/plan";
import { plannedContact } from "@/services/record-dial-test";
import { ActForm } from "../../../_components/party/party-forms";
import { DialForm } from "../_components/dial-form";
import { close, record } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.dial");
  return { title: t("recordTitle") };
}

/** One contact of the plan: what to do, and the record of it. */
export default async function DialContactPage({ searchParams }: { searchParams: Promise<{ key?: string }> }) {
  const actor = await requirePage(["officer", "supervisor"], "/desk/dial");
  const { key = "" } = await searchParams;
  const [t, channels, matters, locale, contact, now] = await Promise.all([
    getTranslations("desk.dial"),
    getTranslations("channels"),
    getTranslations("dial.matters"),
    getLocale(),
    plannedContact(db(), key),
    portalNow(db()),
  ]);
  if (!contact) notFound();
  const done = await testOfContact(db(), contact.key);
  if (done) redirect(`/${locale}/desk/dial/${done.id}`);
  const company = (await companiesBySlug(db(), [contact.company])).get(contact.company);
  if (!company) notFound();
  const phone = contact.channel === "phone";
  return (
    <ClientWords areas={["desk.dial.form", "dial", "ui", "errors"]}>
      <Page>
        <PageHead
          kicker={<LocalLink href="/desk/dial">{t("title")}</LocalLink>}
          title={t("contactTitle", { name: nameIn(company, locale), channel: channels(contact.channel) })}
          meta={[
            t("window", { day: formatDay(contact.day, locale, "full"), from: contact.hour, to: contact.hour + WINDOW_HOURS }),
            t("matter", { matter: matters(contact.matter) }),
            ...(contact.priority ? [t("priorityTask")] : []),
          ]}
        />
        <p className="mt-4 max-w-measure">{t(phone ? "taskPhone" : "taskOther")}</p>
        {actor.role === "officer" && (
          <div className="mt-5 grid gap-8">
            <DialForm
              action={record}
              prefix=""
              hidden={{ contactKey: contact.key }}
              phone={phone}
              priority={contact.priority}
              filled={{
                contactPoint: (await contactPointOf(db(), company.id, contact.channel)) ?? "",
                day: dayOf(now),
                time: formatTime(now),
                steps: [],
                humanRequests: "",
                connected: "",
                seconds: "",
                prompted: "",
                promptSecond: "",
                menuSkippable: "",
                gates: [],
                priorityOffered: "",
              }}
              button={t("save")}
            />
            <section className="ink-t pt-3">
              <h2 className="text-h3">{t("noChannelTitle")}</h2>
              <p className="mb-2 max-w-measure text-small text-ink-2">{t("noChannelText")}</p>
              <ActForm
                action={close}
                reference=""
                prefix="close-"
                hidden={{ contactKey: contact.key }}
                button={t("noChannelAct")}
                kind="plain"
              />
            </section>
          </div>
        )}
      </Page>
    </ClientWords>
  );
}
