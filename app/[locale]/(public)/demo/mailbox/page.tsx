import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstantText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db/client";
import { outboxCounts, outboxPage } from "@/db/queries/outbox";
import { env, isDemo } from "@/platform/env";
import { LetterText } from "./_components/letter-text";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

const AUDIENCES = ["complainant", "follower", "company", "officer", "supervisor", "editor", "publisher", "admin"] as const;
const PER_PAGE = 25;

type Search = Promise<{ for?: string | string[]; page?: string | string[] }>;

/** Everything the demo would have sent, the newest first, so that a visitor can follow every letter. Not there outside the demo. */
export default async function MailboxPage({ searchParams }: { searchParams: Search }) {
  if (!isDemo()) notFound();
  const asked = await searchParams;
  const audience = AUDIENCES.find((a) => a === asked.for) ?? null;
  const channel = asked.for === "sms" ? "sms" : null;
  const page = Math.max(1, Math.min(1000, Number.parseInt(String(asked.page ?? "1"), 10) || 1));
  const [t, roles, counts, { letters, total }] = await Promise.all([
    getTranslations("companyPortal.mailbox"),
    getTranslations("roles"),
    outboxCounts(db()),
    outboxPage(db(), { audience, channel, page, perPage: PER_PAGE }),
  ]);
  const all = [...counts.audiences.values()].reduce((sum, n) => sum + n, 0);
  const links = [
    { key: "all", href: "/demo/mailbox", label: t("all"), n: all, current: audience === null && channel === null },
    ...AUDIENCES.map((a) => ({
      key: a,
      href: `/demo/mailbox?for=${a}`,
      label: roles(a),
      n: counts.audiences.get(a) ?? 0,
      current: audience === a,
    })).filter((l) => l.n > 0 || l.current),
    { key: "sms", href: "/demo/mailbox?for=sms", label: t("texts"), n: counts.texts, current: channel === "sms" },
  ];
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <nav aria-label={t("whose")} className="mt-5 flex flex-wrap gap-x-6">
        {links.map((l) => (
          <LocalLink
            key={l.key}
            href={l.href}
            aria-current={l.current ? "page" : undefined}
            className="inline-flex items-center gap-1.5 tap aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {l.label} <span className="text-small font-normal text-ink-2">{l.n}</span>
          </LocalLink>
        ))}
      </nav>
      <div className="rule-t mt-4">
        {letters.length === 0 && (
          <div className="mt-6">
            <EmptyState looked={t("none")} meaning={t("noneMeans")} />
          </div>
        )}
        {letters.map((letter) => (
          <article key={letter.id} className="hair-b grid gap-x-8 gap-y-3 py-5 wide:grid-cols-[15rem_minmax(0,1fr)]">
            <div className="grid content-start gap-0.5 text-small text-ink-2">
              <p>
                <InstantText at={letter.createdAt} />
              </p>
              <p>
                {roles.has(letter.audience as "company") ? roles(letter.audience as "company") : letter.audience} ·{" "}
                {t(letter.channel === "sms" ? "sms" : "mail")}
              </p>
              <p className="wrap-anywhere">{letter.to}</p>
            </div>
            <div className="grid min-w-0 content-start gap-2" lang={letter.locale}>
              {/* A text message has no subject to be seen. */}
              <h2 className={letter.channel === "sms" ? "sr-only" : "text-h3 wrap-anywhere"}>{letter.subject}</h2>
              <LetterText text={letter.body} origin={env().PUBLIC_URL} />
            </div>
          </article>
        ))}
      </div>
      <Pagination
        page={page}
        pages={Math.ceil(total / PER_PAGE)}
        hrefTemplate={`/demo/mailbox?${audience || channel ? `for=${audience ?? channel}&` : ""}page={page}`}
      />
    </Page>
  );
}
