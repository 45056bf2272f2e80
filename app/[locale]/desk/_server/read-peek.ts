import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { peekRow } from "@/db/queries/desk";
import type { Actor } from "@/domain/actors";
import { clauseKey } from "@/domain/clauses";
import { addDays, dayOf, startOfDay } from "@/domain/day";
import { complainantsSince } from "@/domain/desk/tallies";
import { marked } from "@/domain/search/snippet";
import { suggestClauses } from "@/domain/suggest-clauses";
import { foldText } from "@/platform/fold-text";
import type { Locale } from "@/platform/i18n/routing";
import { readCase } from "@/services/case-file";
import { deskColumns } from "@/services/desk-state";
import { wantedWords } from "@/services/search-cases";
import type { PeekTold } from "../_components/queue-peek";
import { reasonWords } from "../_components/suggestion-reasons";

/** Suggested clauses shown in a preview at most. */
const MOST = 3;

/** The preview of a case for somebody of the desk; `typed` is what the queue was searched for. Null outside the actor's scope. */
export async function readPeek(actor: Actor, reference: string, typed: string, locale: Locale): Promise<PeekTold | null> {
  const tx = db();
  const file = await readCase(tx, actor, { reference }, locale);
  if (!file) return null;
  const { row } = file;
  const [now, told, columns, t, why, clauses, situations] = await Promise.all([
    portalNow(tx),
    peekRow(tx, row.id),
    deskColumns(tx),
    getTranslations({ locale, namespace: "desk.peek" }),
    getTranslations({ locale, namespace: "desk.peek.reason" }),
    getTranslations({ locale, namespace: "clauses" }),
    getTranslations({ locale, namespace: "situations" }),
  ]);
  const today = dayOf(now);
  const say = reasonWords(why, situations);
  const alleged = columns.clausesOf(told.number);
  const since = startOfDay(addDays(today, -6)).getTime() * 1000;
  const recent = row.companyId ? (complainantsSince(columns, [row.companyId], since).get(row.companyId) ?? 0) : 0;
  const rest = told.narrativeLength - (told.narrative?.length ?? 0);
  return {
    pieces: told.narrative === null ? [] : marked(told.narrative, foldText(told.narrative), wantedWords(typed)),
    rest: rest > 0 ? t("rest", { n: rest }) : null,
    hints: suggestClauses(row, today)
      .slice(0, MOST)
      .map((s) => ({
        clause: t(alleged.includes(s.clause) ? "why" : "also", {
          clause: `${s.clause} ${clauses(`${clauseKey(s.clause)}.title` as "A1_1.title")}`,
        }),
        rule: clauses(`${clauseKey(s.clause)}.rule` as "A1_1.rule"),
        why: s.reasons.map(say).join(t("comma")),
      })),
    week: recent > 1 ? t("week", { n: recent }) : null,
  };
}
