import { createHash } from "node:crypto";
import { ledgerRow } from "@/db/queries/cases";
import { caseReference } from "@/domain/case-number";
import { projectCase } from "@/domain/case-projection";
import { STANDARD_VERSION } from "@/domain/clauses";
import { type Day, dayOf } from "@/domain/day";
import type { ConfirmedRedactions, PublishableTexts } from "@/domain/publication/content";
import type { SignedRuling } from "@/domain/publication/record";
import { incidentMonthOf, publicationRecord } from "@/domain/publication/record";
import { propose } from "@/domain/redaction";
import { clausesFor } from "@/domain/situations";
import type { WorkCalendar } from "@/domain/working-days";
import { keyedHash } from "@/platform/keyed-hash";
import { findingGroup } from "@/services/publish-ruling";
import { secretHash } from "@/services/receipt-secret";
import type { CaseWords } from "./case-words";
import { demoPerson } from "./demo-people";
import { seedId } from "./ids";
import { random } from "./random";
import { demoCompanyId } from "./register";
import { SITUATION_OF } from "./situation-map";
import { findingId, rulingId, type WalkedCase } from "./walk";

export interface WordedCase extends WalkedCase {
  readonly words: CaseWords;
}

/** Secret of every demo complaint filed with a receipt, so that one may be tracked: printed by script/server. */
export const DEMO_SECRET = "K7M2QX9T4RBD";
/** How many of the newest cases belong to the demo's consumer account. */
const OWN_CASES = 6;

const references = new Map<string, string>();
/** The reference of a demo case: four digits of its own on its day. */
export function referenceOf(c: WalkedCase): string {
  const known = references.get(c.id);
  if (known) return known;
  const rng = random(`reference of case ${c.plan.n}`);
  const day = dayOf(c.snapshot.filedAt);
  for (;;) {
    const reference = caseReference(day, String(rng.int(0, 9999)).padStart(4, "0"));
    if ([...references.values()].includes(reference)) continue;
    references.set(c.id, reference);
    return reference;
  }
}

/** Contact and keyed hash of the person behind a case; about one in twelve complains about the same company again. */
function complainantOf(c: WordedCase, owned: boolean) {
  const rng = random(`person of case ${c.plan.n}`);
  const again = rng.chance(0.08) ? `again ${c.plan.company.slug} ${rng.int(1, 3)}` : `case ${c.plan.n}`;
  const own = demoPerson("complainant");
  const email = owned && own ? own.email : `p${keyedHash("demo-person", again).slice(0, 10)}@mail.example`;
  return {
    email,
    name: owned && own ? own.name : c.words.slots.name,
    phone: rng.chance(0.4) ? c.words.slots.phone : null,
    hash: keyedHash("contact", "email", email),
  };
}

/** The complaint's row and what stands beside it. */
export function complaintRows(c: WordedCase, index: number, total: number, calendar: WorkCalendar, today: Day) {
  const { plan, words, snapshot } = c;
  const owned = index >= total - OWN_CASES * 7 && (total - index) % 7 === 0;
  const who = complainantOf(c, owned);
  const situations = [SITUATION_OF[plan.situation.key]];
  const row = {
    id: c.id,
    reference: referenceOf(c),
    secretHash: secretHash(DEMO_SECRET),
    idempotencyKey: `demo-${plan.n}`,
    userId: owned ? (demoPerson("complainant")?.id ?? null) : null,
    locale: plan.lang,
    ...projectCase(snapshot, calendar, today),
    companyNameTyped: random(`typed ${plan.n}`).chance(0.3) ? (plan.company.aliases[0] ?? plan.company.name) : plan.company.name,
    filedFor: plan.by === "self" ? "self" : plan.by === "relative" ? "relative" : "consumer_body",
    situations,
    channel: c.channel,
    occurredOn: plan.incidentOn,
    humanRequests: words.facts.humanRequests ?? null,
    waitSeconds: words.facts.waitSeconds ?? null,
    reachedHuman: words.facts.reachedHuman ?? null,
    menuDepth: words.facts.menuDepth ?? null,
    interruptions: words.facts.interruptions ?? null,
    loopback: words.facts.loopback ?? null,
    sameReplyRepeated: words.facts.sameReplyRepeated ?? null,
    promisedAction: words.facts.promisedAction ? true : null,
    promisedBy: words.promisedOn,
    priorityGroup: words.facts.priorityGroup ?? null,
    lossAmount: words.facts.lossAmount ?? null,
    distinctHash: who.hash,
    contactVerified: true,
    overdueNumber: snapshot.deadlinesPassed.some((p) => p.clock === "decision" || p.clock === "review")
      ? `Y${100000 + ((plan.n * 7919) % 900000)}`
      : null,
    createdAt: snapshot.filedAt,
  };
  const allegations = plan.course === "declined" ? clausesFor(situations) : words.findings.map((f) => f.clause);
  return {
    row,
    text: {
      complaintId: c.id,
      narrative: words.narrative,
      wants: words.wants,
      wantsKinds: [words.wantsKind],
      promisedText: words.slots.promise || null,
    },
    contact: {
      complaintId: c.id,
      name: who.name ?? null,
      email: who.email,
      phone: who.phone ?? null,
      verifiedAt: snapshot.filedAt,
    },
    consents: snapshot.consents.complainant.map((kind) => ({ complaintId: c.id, kind, givenAt: snapshot.filedAt })),
    allegations: allegations.map((clause, ord) => ({
      id: seedId(`allegation ${c.id} ${clause}`),
      complaintId: c.id,
      clause,
      situation: situations[0] ?? null,
      ord,
    })),
  };
}

/** The ledger of a case, salts and all the same in every demo. */
export function eventRows(c: WalkedCase, numberOf: (rulingId: string) => string) {
  return c.events.map((event, i) => {
    const numbered =
      event.type === "ruling_signed" ? { ...event, data: { ...event.data, number: numberOf(event.data.rulingId) } } : event;
    const salt = createHash("sha256").update(`salt ${c.id} ${i}`).digest().subarray(0, 16);
    return { ...ledgerRow(c.id, i + 1, numbered, salt), recordedAt: event.at };
  });
}

/** The ruling as worked on, with its findings; null before a draft. */
export function rulingRows(c: WordedCase) {
  const { snapshot, words } = c;
  const drafted = c.events.findLast((e) => e.type === "ruling_drafted");
  if (!drafted) return null;
  const signed = c.events.find((e) => e.type === "ruling_signed");
  const texts = publicTexts(c);
  const ruling = {
    id: rulingId(c.id),
    complaintId: c.id,
    state: signed ? "signed" : snapshot.state === "accepted" ? "returned" : "drafted",
    title: words.title,
    decision: words.decision,
    standardVersion: STANDARD_VERSION,
    draftedBy: drafted.actor.userId ?? null,
    draftedAt: drafted.at,
    signedBy: signed?.actor.userId ?? null,
    signedAt: signed?.at ?? null,
    redaction: confirmedFor(texts),
    redactionConfirmedAt: drafted.at,
    redactionConfirmedBy: drafted.actor.userId ?? null,
    updatedAt: drafted.at,
    createdAt: drafted.at,
  };
  const findings = words.findings.map((f, ord) => ({
    id: findingId(c.id, ord),
    rulingId: ruling.id,
    allegationId: seedId(`allegation ${c.id} ${f.clause}`),
    ord,
    clause: f.clause,
    outcome: f.outcome,
    tier: f.tier,
    tierReason: null,
    title: f.title,
    facts: f.facts,
    reasons: f.reasons,
    evidenceIds: c.files.map((file) => file.id),
    measure: f.measure,
  }));
  return { ruling, findings };
}

function publicTexts(c: WordedCase): PublishableTexts {
  const texts: Record<string, string> = { title: c.words.title, decision: c.words.decision };
  for (const [i, f] of c.words.findings.entries()) {
    texts[`finding.${findingId(c.id, i)}.title`] = f.title;
    texts[`finding.${findingId(c.id, i)}.facts`] = f.facts;
    texts[`finding.${findingId(c.id, i)}.reasons`] = f.reasons;
  }
  if (c.snapshot.repliedAt) texts.reply = c.words.reply;
  if (c.publishes) texts.words = c.words.narrative;
  return texts;
}

/** What an officer would have confirmed: the proposals in people's own words, nothing in the officer's. */
function confirmedFor(texts: PublishableTexts): ConfirmedRedactions {
  return Object.fromEntries(
    Object.entries(texts).map(([place, text]) => [
      place,
      { text, spans: place === "words" || place === "reply" ? propose(text) : [] },
    ]),
  );
}

/** The public record of a signed case, numbered; null before signing. */
export function publicationRows(c: WordedCase, number: string, accepted: SignedRuling["accepted"], calendar: WorkCalendar) {
  const { snapshot, plan, words } = c;
  if (!snapshot.ruledAt) return null;
  const texts = publicTexts(c);
  const company = { id: demoCompanyId(plan.company.slug), sector: plan.company.sector };
  const who = complainantOf(c, false).hash;
  const signed = {
    number,
    signedOn: dayOf(snapshot.ruledAt),
    standardVersion: STANDARD_VERSION,
    company,
    channel: c.channel,
    priorityGroup: words.facts.priorityGroup ?? null,
    occurredOn: plan.incidentOn,
    groupId: findingGroup(company.id, who, incidentMonthOf(plan.incidentOn, snapshot)),
    repliedOn: snapshot.repliedAt ? dayOf(snapshot.repliedAt) : null,
    texts,
    confirmed: confirmedFor(texts),
    findings: words.findings.map((f, i) => ({
      id: findingId(c.id, i),
      clause: f.clause,
      outcome: f.outcome,
      tier: f.tier,
      tierReason: null,
      evidenceKinds: [...new Set(c.files.map((file) => `complainant_${file.kind}`))],
      measure: f.measure,
    })),
    accepted,
  };
  const { head, findings, content } = publicationRecord(signed, snapshot, calendar);
  const decided = snapshot.reviews.findLast((r) => r.of === "ruling" && r.result !== null);
  const annulled = decided?.result === "annulled";
  const annulledOn = annulled && decided?.decidedAt ? dayOf(decided.decidedAt) : null;
  const finalOn = snapshot.finalOn;
  const status = annulled ? "annulled" : finalOn ? "final" : snapshot.state === "under_review" ? "under_review" : "not_final";
  const id = seedId(`publication ${c.id}`);
  return {
    head: {
      id,
      ...head,
      rulingId: rulingId(c.id),
      complaintId: c.id,
      status,
      signedAt: snapshot.ruledAt,
      finalOn,
      annulledOn,
      annulReason: annulled ? "复核查明录音所涉为另一家公司的热线，认定对象错误，撤销。" : null,
      sha256: createHash("sha256").update(content).digest("hex"),
    },
    findings: findings.map((f) => ({ ...f, publishedRulingId: id, finalOn, annulledOn })),
  };
}
