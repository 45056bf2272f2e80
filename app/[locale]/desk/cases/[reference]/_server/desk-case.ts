import { cache } from "react";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { findCompany, type Suggestion, suggestCompanies } from "@/db/queries/companies";
import { reportsOf, wordsOf } from "@/db/queries/decisions";
import { deskOfficers, peopleNamed } from "@/db/queries/desk-lists";
import { presentWith } from "@/db/queries/desk-views";
import { evidenceOf } from "@/db/queries/evidence";
import { contactOf } from "@/db/queries/filing";
import { agreementsOf, lettersByDesk, recordRequestsOf } from "@/db/queries/procedure";
import { readingsOf } from "@/db/queries/readings";
import { allegationsOf, consentsOf, publicationOf, rulingOf, textOf } from "@/db/queries/rulings";
import { latestScore } from "@/db/queries/scores";
import { similarTo } from "@/db/queries/similar";
import type { Actor } from "@/domain/actors";
import { dayOf } from "@/domain/day";
import { deskTallies } from "@/domain/desk/tallies";
import { isUpheld, type Outcome } from "@/domain/findings";
import { leftToDo, type WorkAtHand } from "@/domain/left-to-do";
import { type ConfirmedRedactions, unconfirmedPlaces } from "@/domain/publication/content";
import { suggestClauses } from "@/domain/suggest-clauses";
import { readCase } from "@/services/case-file";
import { deskColumns } from "@/services/desk-state";
import { indexStaleCases } from "@/services/index-cases";
import { publishableTexts } from "@/services/publishable-texts";

/**
 * Everything the desk shows of a case on its one page, read once a request; null outside the actor's scope. Twenty small queries by the
 * case's key, none of which grows with the number of cases.
 */
export const readDeskCase = cache(async (actor: Actor, reference: string, locale: string) => {
  const tx = db();
  const file = await readCase(tx, actor, { reference }, locale);
  if (!file) return null;
  const { row, snapshot, events } = file;
  const [now, words, allegations, ruling, evidence, text, contact, consents, company, reports, published, officers] =
    await Promise.all([
      portalNow(tx),
      wordsOf(tx, row.id),
      allegationsOf(tx, row.id),
      rulingOf(tx, row.id),
      evidenceOf(tx, row.id),
      textOf(tx, row.id),
      contactOf(tx, row.id),
      consentsOf(tx, row.id),
      row.companyId ? findCompany(tx, { id: row.companyId }) : null,
      reportsOf(tx, row.id),
      publicationOf(tx, row.id),
      deskOfficers(tx),
    ]);
  const today = dayOf(now);
  if (company) await indexStaleCases(tx);
  const { inHand } = deskTallies(await deskColumns(tx), today);
  const texts = ruling ? await publishableTexts(tx, row.id, ruling) : {};
  const confirmed = (ruling?.redaction ?? {}) as ConfirmedRedactions;
  const people = [
    ...events.flatMap((e) => e.actor.userId ?? []),
    ...words.notes.map((n) => n.by),
    ...(row.officerId ? [row.officerId] : []),
    ...events.flatMap((e) => (e.type === "assigned" || e.type === "recused" ? (e.data.officerId ?? []) : [])),
  ];
  const [names, score, namesakes, agreements, recordRequests, letters, similar, readings, present] = await Promise.all([
    peopleNamed(tx, people),
    company ? latestScore(tx, company.id) : null,
    company ? ([] as Suggestion[]) : suggestCompanies(tx, row.companyNameTyped, 3),
    agreementsOf(tx, row.id),
    recordRequestsOf(tx, row.id),
    lettersByDesk(tx, row.id),
    company ? similarTo(tx, row.id) : [],
    readingsOf(
      tx,
      evidence.map((e) => e.id),
    ),
    actor.userId ? presentWith(tx, row.id, actor.userId) : [],
  ]);
  const shared = consents.has("share_with_company");
  const sideOf = new Map(evidence.map((e) => [e.id, e.side]));
  const work: WorkAtHand = {
    allegations,
    findings: ruling?.findings ?? [],
    ruling,
    redactionOpen: unconfirmedPlaces(texts, confirmed).length,
    unseen: (ruling?.findings ?? [])
      .filter(
        (f) =>
          f.outcome && isUpheld(f.outcome as Outcome) && !shared && f.evidenceIds.some((id) => sideOf.get(id) === "complainant"),
      )
      .map((f) => f.clause),
  };
  return {
    ...file,
    now,
    today,
    words,
    allegations,
    ruling,
    evidence,
    readings,
    text,
    contact,
    consents,
    company,
    score,
    reports,
    published,
    officers: officers.map((o) => ({ ...o, inHand: inHand.get(o.id) ?? 0 })),
    names,
    namesakes,
    agreements,
    recordRequests,
    letters,
    similar,
    present: present.map((one) => one.name),
    texts,
    confirmed,
    shared,
    work,
    todo: leftToDo(snapshot, work, file.calendar, today),
    suggestions: suggestClauses(row, today),
  };
});

export type DeskCase = NonNullable<Awaited<ReturnType<typeof readDeskCase>>>;
