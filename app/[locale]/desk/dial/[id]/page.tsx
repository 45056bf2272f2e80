import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatBytes, formatInstant, formatTime } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { KeyValue } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { findCompany } from "@/db/queries/companies";
import { peopleNamed } from "@/db/queries/desk-lists";
import { type DialTestRow, dialChangesOf, dialRecordings, findDialTest } from "@/db/queries/dial-tests";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { uploadToken } from "@/services/upload-token";
import { DialSteps } from "../../../_components/dial/dial-steps";
import { DialVerdicts } from "../../../_components/dial/dial-verdicts";
import { AddFiles } from "../../../_components/party/add-files";
import { ActDisclosure } from "../../_components/act-disclosure";
import { type DialFilled, DialForm } from "../_components/dial-form";
import { WithdrawTest } from "../_components/withdraw-test";
import { correct } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.dial");
  return { title: t("testTitle") };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A test as it is kept: what was measured, what it comes to, its recordings, and every correction. */
export default async function DialTestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePage(["officer", "supervisor"], "/desk/dial");
  const { id } = await params;
  const test = UUID.test(id) ? await findDialTest(db(), id) : null;
  if (!test) notFound();
  const [t, channels, locale, now, company, changes, recordings] = await Promise.all([
    getTranslations("desk.dial"),
    getTranslations("channels"),
    getLocale(),
    portalNow(db()),
    findCompany(db(), { id: test.companyId }),
    dialChangesOf(db(), test.id),
    dialRecordings(db(), [test.id]),
  ]);
  const names = await peopleNamed(
    db(),
    [test.recordedBy, ...changes.map((one) => one.actorId)].flatMap((one) => one ?? []),
  );
  const may = actor.role === "officer" && test.voidedAt === null;
  const token = uploadToken({ owner: "dial", id: test.id, side: "officer", userId: actor.userId }, now);
  return (
    <ClientWords areas={["desk.dial", "dial", "upload", "ui", "errors"]}>
      <Page>
        <PageHead
          kicker={<LocalLink href={`/desk/dial?quarter=${test.quarter}&show=done`}>{t("title")}</LocalLink>}
          title={t("contactTitle", { name: company ? nameIn(company, locale) : "", channel: channels(test.channel) })}
          meta={[
            formatInstant(test.testedAt, locale),
            ...(test.priority ? [t("priority")] : []),
            test.contactKey ?? t("beforePlans"),
            t("recordedBy", {
              name: names.get(test.recordedBy ?? "") ?? t("unknownPerson"),
              at: formatInstant(test.recordedAt, locale),
            }),
          ]}
        />
        {test.voidedAt && (
          <div className="mt-5">
            <Notice tone="ink" title={t("withdrawn")}>
              {t("withdrawnText")}
            </Notice>
          </div>
        )}
        <Section title={t(test.passed ? "passed" : "failed")} note={t("verdictNote")} close>
          <DialVerdicts facts={test} />
          <div className="mt-4">
            <KeyValue
              items={[
                { key: "point", name: t("form.contactPoint"), value: test.contactPoint ?? "–" },
                { key: "asked", name: t("form.humanRequests"), value: test.humanRequests },
                {
                  key: "steps",
                  name: t("form.steps"),
                  value: test.actions.length > 0 ? <DialSteps steps={test.actions} /> : "–",
                },
              ]}
            />
          </div>
        </Section>
        <Section title={t("recordings")} note={t("recordingsNote")} close>
          {recordings.length === 0 && <p className="text-ink-2">{t("noRecording")}</p>}
          <ul className="grid gap-4">
            {recordings.map((file) => (
              <li key={file.id} className="grid gap-1">
                {file.gone ? (
                  <p className="text-ink-2">{t("recordingGone")}</p>
                ) : (
                  <Player id={file.id} kind={file.kind} name={file.name} />
                )}
                <span className="text-note text-ink-2">
                  {file.name} {formatBytes(file.bytes, locale)}
                </span>
                <span className="break-all font-mono text-note text-ink-2">SHA-256 {file.sha256}</span>
              </li>
            ))}
          </ul>
          {may && (
            <div className="mt-4">
              <AddFiles place={{ token, scope: test.id }} />
            </div>
          )}
        </Section>
        <Section title={t("history")} note={t("historyNote")} close>
          {changes.length === 0 && <p className="text-ink-2">{t("noChanges")}</p>}
          <ol className="entries">
            {changes.map((change) => (
              <li key={change.id}>
                <div className="min-w-0">
                  <p>{change.reason}</p>
                  <p className="text-note text-ink-2">
                    {names.get(change.actorId ?? "") ?? t("unknownPerson")} {formatInstant(change.at, locale)}
                  </p>
                  <Changed before={change.before} after={change.after} />
                </div>
              </li>
            ))}
          </ol>
          {may && (
            <div className="mt-4 flex flex-wrap gap-3">
              <ActDisclosure label={t("correct")} wide>
                <DialForm
                  action={correct}
                  prefix="correct-"
                  hidden={{ testId: test.id }}
                  phone={test.channel === "phone"}
                  priority={test.priority}
                  filled={filledOf(test)}
                  reason
                  button={t("saveCorrection")}
                />
              </ActDisclosure>
              <ActDisclosure label={t("withdraw")} wide>
                <WithdrawTest testId={test.id} />
              </ActDisclosure>
            </div>
          )}
        </Section>
        <div className="h-12" />
      </Page>
    </ClientWords>
  );
}

function Player({ id, kind, name }: { id: string; kind: string | null; name: string }) {
  const source = `/api/evidence/${id}`;
  if (kind === "audio")
    return (
      // biome-ignore lint/a11y/useMediaCaption: a raw recording; what was said stands in the steps above
      <audio controls preload="metadata" src={source} aria-label={name} className="w-full max-w-measure" />
    );
  if (kind === "video")
    return (
      // biome-ignore lint/a11y/useMediaCaption: a raw recording; what was done stands in the steps above
      <video controls preload="metadata" src={source} aria-label={name} className="max-h-[360px] max-w-full" />
    );
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}

const yes = (value: boolean | null, none = "") => (value === null ? none : value ? "yes" : "no");

function filledOf(test: DialTestRow): DialFilled {
  const phone = test.channel === "phone";
  return {
    contactPoint: test.contactPoint ?? "",
    day: dayOf(test.testedAt),
    time: formatTime(test.testedAt),
    steps: test.actions,
    humanRequests: String(test.humanRequests),
    connected: yes(test.secondsToHuman !== null),
    seconds: test.secondsToHuman === null ? "" : String(test.secondsToHuman),
    prompted: phone ? yes(test.promptSecond !== null) : "",
    promptSecond: test.promptSecond === null ? "" : String(test.promptSecond),
    menuSkippable: yes(test.menuSkippable),
    gates: test.gates,
    priorityOffered: yes(test.priorityOffered),
  };
}

/** What a correction changed, column by column, as it was kept. */
async function Changed({ before, after }: { before: unknown; after: unknown }) {
  const t = await getTranslations("desk.dial.columns");
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const moved = Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]) && t.has(key as "gates"));
  const told = (value: unknown) =>
    value === null || value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  return (
    <ul className="text-note">
      {moved.map((key) => (
        <li key={key}>{t("line", { column: t(key as "gates"), before: told(was[key]), after: told(is[key]) })}</li>
      ))}
    </ul>
  );
}
