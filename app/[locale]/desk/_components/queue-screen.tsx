import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { SignedIn } from "@/app/_server/session";
import { QueueAxisGap, QueueAxisHead } from "@/components/case/queue-axis";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { localHref } from "@/components/ui/places";
import { ScrollRegion } from "@/components/ui/table";
import { db } from "@/db/client";
import { decisionsSince, deskOfficers } from "@/db/queries/desk-lists";
import { isRegulator } from "@/domain/actors";
import { readReference } from "@/domain/case-number";
import { dayOf, startOfDay } from "@/domain/day";
import { DEADLINE_GROUPS, type DeskView, readQueueFilter } from "@/domain/desk-queue";
import { readCase } from "@/services/case-file";
import { readCursor, readQueue, type ShownRow } from "../_server/queue-rows";
import { actOnChosen, takeBack } from "../actions";
import { KeyCap } from "./key-cap";
import { COLUMNS } from "./queue-columns";
import { QueueFacets, queueHref } from "./queue-facets";
import { QueueFoot } from "./queue-foot";
import { QueueKeeper } from "./queue-keeper";
import { QueueKeys } from "./queue-keys";
import { QueueRows } from "./row-words";
import { SavedViews } from "./saved-views";

export type QueueSearch = Promise<Record<string, string | string[] | undefined>>;

/** What the browser's part of the queue says: acts, previews, the forms that open in a row. */
const WORDS = [
  "desk.act.supplement",
  "desk.act.decline",
  "desk.act.open",
  "desk.bulk",
  "desk.peek",
  "desk.queue",
  "desk.views",
  "declineGrounds",
];

interface Group {
  key: string;
  title: string | null;
  note: string | null;
  n: number;
  rows: ShownRow[];
}

/** A view of the queue: what narrows it at the left, one limit line down the whole queue, the row under the cursor open in place. */
export async function QueueScreen({ actor, view, search }: { actor: SignedIn; view: DeskView; search: QueueSearch }) {
  const [query, locale, t] = await Promise.all([search, getLocale(), getTranslations("desk")]);
  const filter = readQueueFilter(query);
  if (!isRegulator(actor.role)) return null;
  const reference = filter.q ? readReference(filter.q) : null;
  if (reference && (await readCase(db(), actor, { reference }))) redirect(localHref(`/desk/cases/${reference}`, locale));
  const queue = await readQueue(actor.userId, view, filter, readCursor(query.after));
  const [officers, done] = await Promise.all([
    deskOfficers(db()),
    decisionsSince(db(), actor.userId, startOfDay(dayOf(queue.now))),
  ]);
  const who = { role: actor.role, userId: actor.userId };
  const shown = queue.total;
  const countOf = (group: string) => queue.counts.find((c) => c.facet === "deadline" && c.value === group)?.n ?? 0;
  const groups: Group[] =
    view === "all"
      ? [{ key: "all", title: null, note: null, n: shown, rows: queue.rows }]
      : DEADLINE_GROUPS.map((key) => ({
          key,
          title: t(`queue.group.${key}`),
          note: key === "soon" || key === "later" ? null : t(`queue.groupNote.${key}`),
          n: countOf(key),
          rows: queue.rows.filter((row) => row.group === key),
        })).filter((group) => group.rows.length > 0);
  const narrowed = Object.keys(filter).length > 0;
  return (
    <ClientWords areas={WORDS}>
      <QueueKeeper
        references={queue.rows.map((row) => row.reference)}
        me={actor.userId}
        typed={filter.q ?? ""}
        action={actOnChosen}
        undo={takeBack}
      >
        <div className="desk-frame">
          <QueueFacets
            views={<SavedViews views={queue.views} view={view} filter={filter} supervisor={actor.role === "supervisor"} />}
            view={view}
            filter={filter}
            counts={queue.counts}
            companyNames={queue.companyNames}
            officerNames={queue.officerNames}
          />
          <Page width="desk">
            <h1 className="sr-only">{t(`queue.title.${view}`)}</h1>
            {filter.q && (
              <p className="px-5 py-2 hair-b">
                {t("queue.found", { q: filter.q, n: shown })}{" "}
                <LocalLink href={queueHref(view, filter, { q: undefined })}>{t("queue.clear")}</LocalLink>
              </p>
            )}
            {queue.rows.length === 0 ? (
              <div className="px-5 py-8">
                <EmptyState
                  looked={narrowed ? t("queue.empty.filtered") : t(`queue.empty.${view}`)}
                  {...(narrowed
                    ? {
                        nearest: t.rich("queue.empty.nearest", {
                          link: () => <LocalLink href="/desk/all">{t("queue.empty.nearestLink")}</LocalLink>,
                        }),
                        meaning: t("queue.empty.meaning"),
                      }
                    : {})}
                />
              </div>
            ) : (
              <ScrollRegion label={t(`queue.title.${view}`)} className="queue-room">
                <table className="queue queue-cases w-full">
                  <caption className="sr-only">{t(view === "all" ? "queue.captionAll" : "queue.caption")}</caption>
                  <thead>
                    <tr>
                      <td />
                      <QueueAxisHead />
                      {COLUMNS.map((key) => (
                        <th key={key} scope="col" className="text-left">
                          {t(`queue.col.${key}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  {groups.map((group) => (
                    <tbody key={group.key}>
                      {group.title && (
                        <tr data-group="">
                          <td />
                          <QueueAxisGap />
                          <th colSpan={COLUMNS.length} scope="rowgroup" className="text-left">
                            {group.title}
                            <small>{t("count", { n: group.n })}</small>
                            {group.note && <small>{group.note}</small>}
                          </th>
                        </tr>
                      )}
                      <QueueRows rows={group.rows} actor={who} />
                    </tbody>
                  ))}
                </table>
              </ScrollRegion>
            )}
            {(queue.next || query.after) && (
              <nav aria-label={t("queue.more")} className="flex flex-wrap gap-6 px-5 py-3">
                <span className="text-ink-2">{t("queue.shown", { n: queue.rows.length, total: shown })}</span>
                {query.after && <LocalLink href={queueHref(view, filter)}>{t("queue.first")}</LocalLink>}
                {queue.next && (
                  <LocalLink href={queueHref(view, filter, { after: queue.next })} rel="next" data-key="]">
                    {t("queue.more")} <KeyCap>]</KeyCap>
                  </LocalLink>
                )}
              </nav>
            )}
          </Page>
        </div>
        <QueueFoot
          officers={officers.map(({ id, name }) => ({ id, name }))}
          officer={actor.role === "officer" ? { id: actor.userId } : null}
          keys={<QueueKeys officer={actor.role === "officer"} done={done} />}
          after={<span className="text-ink-2">{t("queue.done", { n: done })}</span>}
        />
      </QueueKeeper>
    </ClientWords>
  );
}
