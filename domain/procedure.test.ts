import { describe, expect, it } from "vitest";
import { ROLES } from "./actors";
import { type CaseEventInput, makeEvent } from "./case-events";
import type { CaseReview, CaseSnapshot, Rectification } from "./case-state";
import { ACTIONS, type Action, actionsFor, decide, isClosed, STATES, stateAfter, TRANSITIONS } from "./procedure";
import { applyEvent } from "./replay";
import { at, caseOf, filed } from "./test-cases";

const AN_HOUR = at("2026-03-20");
const review: CaseReview = {
  of: "ruling",
  requestedAt: AN_HOUR,
  by: "complainant",
  reviewId: "v-1",
  draftedBy: "o-lin",
  decidedAt: null,
  decidedBy: null,
  result: null,
};
const ofDecline: Partial<CaseSnapshot> = { reviews: [{ ...review, of: "decline" }] };
const ofRuling: Partial<CaseSnapshot> = { reviews: [review] };
const ordered: Rectification = {
  findingId: "f-1",
  orderedAt: AN_HOUR,
  orderedOn: "2026-03-20",
  reports: [],
  rejections: [],
  acceptedAt: null,
  overdueAt: null,
  confirmedAt: null,
  disputedAt: null,
};
const reported: Partial<CaseSnapshot> = { rectifications: [{ ...ordered, reports: [{ reportId: "p-1", at: AN_HOUR }] }] };
const evidence = { evidenceId: "e-1", sha256: "a".repeat(64), by: "complainant", seenBy: ["complainant"] } as const;
const wasServed: Partial<CaseSnapshot> = { companyId: "c-1", servedAt: AN_HOUR };
const asked = { requestId: "k-1", askedOn: "2026-03-20", deliveredAt: null, missedAt: null } as const;
const paused = (clock: "acceptance" | "decision", reason: "competence" | "court"): Partial<CaseSnapshot> => ({
  pauses: [{ id: "p-1", clock, reason, from: "2026-03-20", to: null }],
});
const consents = { complainant: ["settlement"], company: ["settlement"] } as const;

/** What each action writes, and what the case must hold for it. */
const ACTS: Record<Action, [CaseEventInput, Partial<CaseSnapshot>?]> = {
  submit: [{ type: "submitted", data: { channel: null, origin: "receipt" } }],
  request_supplement: [{ type: "supplement_requested", data: { requestId: "q-1" } }],
  extend_supplement: [{ type: "supplement_extended", data: {} }],
  supplement: [{ type: "supplemented", data: {} }],
  lapse_supplement: [{ type: "not_pursued", data: {} }],
  reopen: [{ type: "reopened", data: {} }],
  accept: [{ type: "accepted", data: {} }],
  deem_accepted: [{ type: "deemed_accepted", data: {} }],
  decline: [{ type: "declined", data: { ground: "too_old" } }],
  terminate: [{ type: "terminated", data: { ground: "already_handled" } }],
  withdraw: [{ type: "withdrawn", data: {} }],
  settle: [{ type: "settled", data: {} }, { consents }],
  bind_company: [{ type: "company_bound", data: { companyId: "c-1" } }],
  serve: [{ type: "served", data: { method: "link", companyId: "c-1" } }, { companyId: "c-1" }],
  answer: [{ type: "company_answered", data: { replyId: "r-1" } }, wasServed],
  reply: [{ type: "company_replied", data: { replyId: "r-1" } }, wasServed],
  miss_reply: [{ type: "reply_missed", data: {} }, wasServed],
  pause_acceptance: [{ type: "clock_paused", data: { clock: "acceptance", reason: "competence", pauseId: "p-1" } }],
  pause_decision: [{ type: "clock_paused", data: { clock: "decision", reason: "court", pauseId: "p-1" } }],
  resume_acceptance: [{ type: "clock_resumed", data: { pauseId: "p-1" } }, paused("acceptance", "competence")],
  resume_decision: [{ type: "clock_resumed", data: { pauseId: "p-1" } }, paused("decision", "court")],
  extend_decision: [{ type: "decision_extended", data: { days: 15 } }],
  draft_ruling: [{ type: "ruling_drafted", data: { rulingId: "g-1" } }],
  send_draft: [{ type: "draft_sent", data: {} }],
  comment_draft: [{ type: "draft_commented", data: { side: "complainant" } }, { draftSentAt: AN_HOUR }],
  return_ruling: [{ type: "ruling_returned", data: { rulingId: "g-1" } }, { rulingId: "g-1" }],
  sign_ruling: [
    { type: "ruling_signed", data: { rulingId: "g-1", number: "2026-0001", upheld: ["f-1"] } },
    { ...wasServed, rulingId: "g-1", draftedBy: "o-zhou", draftSentAt: AN_HOUR },
  ],
  request_review: [{ type: "review_requested", data: { by: "complainant" } }],
  become_final: [{ type: "became_final", data: {} }],
  draft_review: [{ type: "review_drafted", data: { reviewId: "v-1" } }, ofRuling],
  uphold: [{ type: "review_decided", data: { result: "upheld", upheld: ["f-1"] } }, ofRuling],
  vary: [{ type: "review_decided", data: { result: "varied", upheld: [] } }, ofRuling],
  annul: [{ type: "review_decided", data: { result: "annulled", upheld: [] } }, ofRuling],
  uphold_decline: [{ type: "review_decided", data: { result: "upheld", upheld: [] } }, ofDecline],
  annul_decline: [{ type: "review_decided", data: { result: "annulled", upheld: [] } }, ofDecline],
  order_rectification: [
    { type: "rectification_ordered", data: { findingId: "f-1" } },
    { upheld: ["f-1"], finalOn: "2026-03-20" },
  ],
  report_rectification: [
    { type: "rectification_reported", data: { findingId: "f-1", reportId: "p-1" } },
    { rectifications: [ordered] },
  ],
  accept_rectification: [{ type: "rectification_accepted", data: { findingId: "f-1" } }, reported],
  reject_rectification: [{ type: "rectification_rejected", data: { findingId: "f-1" } }, reported],
  lapse_rectification: [{ type: "rectification_overdue", data: { findingId: "f-1" } }, { rectifications: [ordered] }],
  confirm_rectification: [{ type: "rectification_confirmed", data: { findingId: "f-1" } }, reported],
  dispute_rectification: [{ type: "rectification_disputed", data: { findingId: "f-1" } }, reported],
  request_records: [{ type: "record_requested", data: { requestId: "k-1" } }],
  deliver_records: [{ type: "records_delivered", data: { requestId: "k-1" } }, { recordRequests: [asked] }],
  miss_records: [{ type: "record_request_missed", data: { requestId: "k-1" } }, { recordRequests: [asked] }],
  assign: [{ type: "assigned", data: { officerId: "o-lin" } }],
  recuse: [{ type: "recused", data: { officerId: "o-lin" } }],
  add_evidence: [{ type: "evidence_added", data: { evidenceId: "e-1", sha256: "a".repeat(64) } }],
  view_evidence: [{ type: "evidence_viewed", data: { evidenceId: "e-1" } }, { evidence: [evidence] }],
  confirm_reading: [{ type: "reading_confirmed", data: { evidenceId: "e-1" } }, { evidence: [evidence] }],
  change_consent: [{ type: "consent_changed", data: { kind: "mediation", given: true } }],
  change_contact: [{ type: "contact_changed", data: {} }],
  correct_words: [{ type: "words_corrected", data: {} }],
  add_note: [{ type: "note_added", data: { noteId: "n-1" } }],
  link_similar: [{ type: "similar_linked", data: { complaintId: "k-9" } }],
  send_letter: [{ type: "letter_sent", data: { letterId: "l-1" } }],
  remind_deadline: [{ type: "deadline_reminded", data: { clock: "decision", daysLeft: 5, subject: null } }],
  pass_deadline: [{ type: "deadline_passed", data: { clock: "decision", due: "2026-03-20", subject: null } }],
  move_deadline: [{ type: "deadline_moved", data: { clock: "decision", from: "2026-03-20", to: "2026-03-23", subject: null } }],
  withdraw_publication: [{ type: "publication_withdrawn", data: { rulingId: "g-1" } }],
  erase: [{ type: "erased", data: {} }],
};

/** Written by one side for itself: the other's role must say so in its data. */
function inputFor(action: Action, role: string): CaseEventInput {
  if (action === "comment_draft" && role === "company") return { type: "draft_commented", data: { side: "company" } };
  if (action === "request_review" && role === "company") return { type: "review_requested", data: { by: "company" } };
  return ACTS[action][0];
}

const base = caseOf(filed("2026-03-02"));

describe("the table of the procedure", () => {
  const walks = TRANSITIONS.flatMap((row) => row.from.flatMap((from) => row.by.map((role) => ({ row, from, role }))));

  it.each(walks)("$role may $row.action in $from, which leads to $row.to", ({ row, from, role }) => {
    const allowed = decide(row.action, role, from);
    expect(allowed).toMatchObject({ action: row.action, event: row.event });
    expect(actionsFor(role, from)).toContain(row.action);
    const before: CaseSnapshot | null = from === null ? null : { ...base, ...ACTS[row.action][1], state: from };
    const next = applyEvent(before, makeEvent(inputFor(row.action, role), { role, userId: "x-1" }, at("2026-03-23")));
    expect(next.state).toBe(stateAfter(allowed, from));
    expect(next.closedAt !== null).toBe(row.to === "same" ? base.closedAt !== null : isClosed(next.state));
  });

  it("refuses every role, action and state that no row lists", () => {
    let refused = 0;
    for (const action of ACTIONS) {
      for (const role of ROLES) {
        for (const state of [null, ...STATES]) {
          if (walks.some((w) => w.row.action === action && w.role === role && w.from === state)) continue;
          const ever = walks.some((w) => w.row.action === action && w.role === role);
          expect(() => decide(action, role, state)).toThrow(
            expect.objectContaining({ code: ever ? "wrong_state" : "forbidden" }),
          );
          expect(actionsFor(role, state)).not.toContain(action);
          refused += 1;
        }
      }
    }
    expect(refused + walks.length).toBe(ACTIONS.length * ROLES.length * (STATES.length + 1));
  });

  it("refuses in the ledger what the table refuses", () => {
    for (const action of ACTIONS) {
      for (const role of ROLES) {
        for (const state of STATES) {
          const event = makeEvent(inputFor(action, role), { role, userId: "x-1" }, at("2026-03-23"));
          if (walks.some((w) => w.row.event === event.type && w.role === role && w.from === state)) continue;
          const before = { ...base, ...ACTS[action][1], state };
          expect(() => applyEvent(before, event)).toThrow(expect.objectContaining({ code: "impossible_history" }));
        }
      }
    }
  });

  it("leaves each action in a state one way out", () => {
    for (const action of ACTIONS) {
      for (const state of [null, ...STATES]) {
        const ways = new Set(walks.filter((w) => w.row.action === action && w.from === state).map((w) => w.row.to));
        expect(ways.size).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("who may not", () => {
  it("gives the public nothing but filing, and editors, publishers and admins nothing at all", () => {
    expect([null, ...STATES].flatMap((s) => actionsFor("public", s))).toEqual(["submit"]);
    for (const role of ["editor", "publisher", "admin"] as const) {
      expect([null, ...STATES].flatMap((s) => actionsFor(role, s))).toEqual([]);
    }
  });

  it("leaves `final` by nothing", () => {
    for (const row of TRANSITIONS) if ((row.from as readonly (string | null)[]).includes("final")) expect(row.to).toBe("same");
  });

  it("lets the clocks decide nothing but what deadlines say", () => {
    const moving = TRANSITIONS.filter((row) => (row.by as readonly string[]).includes("system") && row.to !== "same").map(
      (row) => row.action,
    );
    expect(moving).toEqual(["lapse_supplement", "deem_accepted", "become_final"]);
  });
});
