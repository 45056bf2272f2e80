import type { CaseEvent, CaseEventInput, Channel, EventActor } from "@/domain/case-events";
import type { CaseSnapshot } from "@/domain/case-state";
import { CLOCKS } from "@/domain/clock-table";
import { addDays, dayOf, type Instant } from "@/domain/day";
import { isUpheld } from "@/domain/findings";
import type { WorkCalendar } from "@/domain/working-days";
import { type AttachedFile, channelOf, toldChannel } from "./attachments";
import { demoPerson } from "./demo-people";
import { seedId } from "./ids";
import { Life } from "./live";
import type { PlannedCase } from "./plan";
import { random } from "./random";
import { recordSteps } from "./record-requests";
import { demoCompanyId } from "./register";
import { DECLINES } from "./stories";

export interface WalkedCase {
  readonly plan: PlannedCase;
  readonly id: string;
  readonly channel: Channel;
  readonly files: readonly AttachedFile[];
  readonly shares: boolean;
  readonly publishes: boolean;
  readonly events: readonly CaseEvent[];
  readonly snapshot: CaseSnapshot;
}

export const person = (key: string) => demoPerson(key)?.id ?? "";
const officerOf = (n: number) => person(["officer-zhou", "officer-xu", "officer-he"][n % 3] ?? "");
export const findingId = (caseId: string, i: number) => seedId(`finding ${caseId} ${i}`);
export const rulingId = (caseId: string) => seedId(`ruling ${caseId}`);
/** Stands in `ruling_signed` until the numbers are given out in order of signing. */
export const UNNUMBERED = "UNNUMBERED";

const COMPLAINANT: EventActor = { role: "complainant" };
const SYSTEM: EventActor = { role: "system" };

/** Walks one planned case from filing to where it stands at `now`. */
export function walkCase(plan: PlannedCase, files: readonly AttachedFile[], calendar: WorkCalendar, now: Instant): WalkedCase {
  const rng = random(`life of case ${plan.n}`);
  const life = new Life(calendar, now, rng);
  const id = seedId(`case ${plan.n}`);
  const companyId = demoCompanyId(plan.company.slug);
  const officer: EventActor = { role: "officer", userId: officerOf(plan.n) };
  const second: EventActor = { role: "officer", userId: officerOf(plan.n + 1) };
  const supervisor: EventActor = { role: "supervisor", userId: person("supervisor") };
  const otherSupervisor: EventActor = { role: "supervisor", userId: person("supervisor-su") };
  const company: EventActor = { role: "company" };
  const from = channelOf(files) ?? toldChannel(plan.story);
  const channels = plan.situation.channels.filter(([c]) => from === null || (c === "phone") === (from === "phone"));
  const channel = rng.weighted(channels.length > 0 ? channels : plan.situation.channels);
  const shares = rng.chance(0.94) || plan.course === "ruled";
  const publishes = rng.chance(0.22);
  const origin = rng.weighted([
    ["receipt", 78],
    ["account", 14],
    ["phone", 6],
    ["paper", 2],
  ] as const);
  const filer: EventActor = origin === "phone" || origin === "paper" ? officer : COMPLAINANT;

  life.act(
    life.waking(plan.filedOn),
    filer,
    { type: "submitted", data: { channel, origin } },
    ...files.map((f) => ({ type: "evidence_added" as const, data: { evidenceId: f.id, sha256: f.sha256 } })),
  );
  const consents = [
    ...(shares ? ["share_with_company" as const, "share_evidence" as const] : []),
    ...(publishes ? ["publish_words" as const] : []),
  ];
  for (const kind of consents)
    life.act(life.events[0]?.at ?? now, COMPLAINANT, { type: "consent_changed", data: { kind, given: true } });
  const filed = plan.filedOn;

  const bind = { type: "company_bound", data: { companyId } } as const;
  const serve = { type: "served", data: { method: "account", companyId } } as const;

  const beforeAcceptance = (): void => {
    if (plan.course === "withdrawn_early")
      life.act(life.waking(filed, rng.int(1, 3)), COMPLAINANT, { type: "withdrawn", data: {} });
    if (plan.course === "declined" && plan.decline !== null)
      life.act(
        life.workday(filed, rng.int(1, 4)),
        officer,
        { type: "assigned", data: { officerId: officer.userId ?? "" } },
        { type: "declined", data: { ground: groundOf(plan) } },
      );
    if (plan.course === "supplement" || plan.course === "not_pursued") {
      const asked = life.workday(filed, rng.int(1, 3));
      const requestId = seedId(`supplement ${plan.n}`);
      if (life.act(asked, officer, { type: "supplement_requested", data: { requestId } }) && plan.course === "supplement")
        life.act(life.workday(asked, rng.int(1, 7)), COMPLAINANT, { type: "supplemented", data: {} });
    }
  };

  const accept = (): boolean => {
    if (plan.course === "deemed") {
      const bound = life.act(
        life.workday(filed, 6 + rng.int(0, 2)),
        officer,
        { type: "assigned", data: { officerId: officer.userId ?? "" } },
        bind,
        serve,
      );
      return bound;
    }
    if (!life.is("submitted")) return false;
    const from = life.snapshot.supplementedAt ?? filed;
    const days = life.snapshot.supplementedAt ? Math.min(plan.acceptAfter, 2) : plan.acceptAfter;
    const at = life.workday(from, days);
    if (
      !life.act(at, officer, { type: "assigned", data: { officerId: officer.userId ?? "" } }, bind, {
        type: "accepted",
        data: {},
      })
    )
      return false;
    return life.act(at, SYSTEM, serve);
  };

  const inHand = (): void => {
    const served = life.snapshot.servedAt;
    if (!served) return;
    const answerAt = new Date(served.getTime() + plan.firstAnswerHours * 3_600_000);
    const replyAt = plan.replyAfter === null ? null : life.workday(served, plan.replyAfter);
    const steps: (readonly [Instant, () => void])[] = [];
    if (replyAt === null || answerAt < replyAt)
      steps.push([
        answerAt,
        () => void life.act(answerAt, company, { type: "company_answered", data: { replyId: seedId(`answer ${plan.n}`) } }),
      ]);
    if (replyAt)
      steps.push([
        replyAt,
        () => void life.act(replyAt, company, { type: "company_replied", data: { replyId: seedId(`reply ${plan.n}`) } }),
      ]);
    if (plan.course === "withdrawn") {
      const at = life.workday(served, rng.int(3, 12));
      steps.push([at, () => void life.act(at, COMPLAINANT, { type: "withdrawn", data: {} })]);
    }
    if (plan.course === "terminated") {
      const at = life.workday(served, rng.int(8, 15));
      steps.push([at, () => void life.act(at, supervisor, { type: "terminated", data: { ground: "false_or_impersonated" } })]);
    }
    if (plan.course === "settled") {
      const at = life.workday(served, rng.int(6, 16));
      steps.push([at, () => settle(at)]);
    }
    if (plan.pause) {
      const at = life.workday(served, rng.int(6, 10));
      steps.push([at, () => pause(at)]);
    }
    for (const { at, by, event } of recordSteps(plan, served, calendar))
      steps.push([at, () => void life.act(at, by === "company" ? company : COMPLAINANT, event)]);
    steps.sort(([a], [b]) => a.getTime() - b.getTime());
    for (const [, step] of steps) if (life.is("accepted")) step();
  };

  const settle = (at: Instant): void => {
    const kind = { kind: "settlement", given: true } as const;
    if (
      life.act(at, COMPLAINANT, { type: "consent_changed", data: kind }) &&
      life.act(at, company, { type: "consent_changed", data: kind })
    )
      life.act(at, officer, { type: "settled", data: {} });
  };

  const pause = (at: Instant): void => {
    const reason = plan.pause;
    if (!reason) return;
    if (reason === "mediation") {
      const kind = { kind: "mediation", given: true } as const;
      life.act(at, COMPLAINANT, { type: "consent_changed", data: kind });
      life.act(at, company, { type: "consent_changed", data: kind });
    }
    const pauseId = seedId(`pause ${plan.n}`);
    if (life.act(at, officer, { type: "clock_paused", data: { clock: "decision", reason, pauseId } }))
      life.act(life.workday(at, rng.int(8, 15)), officer, { type: "clock_resumed", data: { pauseId } });
  };

  const rule = (): void => {
    const start = life.snapshot.decisionStart;
    const served = life.snapshot.servedAt;
    if (!start || !served) return;
    const held = life.snapshot.pauses.reduce((sum, p) => sum + (p.clock === "decision" && p.to ? 12 : 0), 0);
    if (plan.extended && !life.act(life.workday(start, 26 + held), supervisor, { type: "decision_extended", data: { days: 15 } }))
      return;
    const sentAfter = plan.draftAfter + held + (plan.extended ? 10 : 0);
    const draft = [
      { type: "ruling_drafted", data: { rulingId: rulingId(id) } },
      { type: "draft_sent", data: {} },
    ] as const;
    let sent = life.workday(start, sentAfter);
    if (!life.is("accepted") || !life.act(sent, officer, ...draft)) return;
    if (plan.returned) {
      const back = life.workday(sent, 1);
      if (!life.act(back, supervisor, { type: "ruling_returned", data: { rulingId: rulingId(id) } })) return;
      sent = life.workday(back, 1);
      if (!life.act(sent, officer, ...draft)) return;
    }
    const said = (["complainant", "company"] as const).filter(() => rng.chance(0.66));
    for (const [i, side] of said.entries())
      if (
        !life.act(life.workday(sent, i + 1), side === "company" ? company : COMPLAINANT, {
          type: "draft_commented",
          data: { side },
        })
      )
        return;
    const signedAt = life.workday(sent, said.length === 2 ? rng.int(3, 4) : 6);
    const upheld = plan.outcomes.flatMap((o, i) => (isUpheld(o) ? [findingId(id, i)] : []));
    if (!life.act(signedAt, supervisor, { type: "ruling_signed", data: { rulingId: rulingId(id), number: UNNUMBERED, upheld } }))
      return;
    if (plan.review) review(upheld);
    // Only until the window closes: what the company puts right comes before its own clock runs out.
    life.restUntil(addDays(dayOf(life.workday(signedAt, CLOCKS.review_window.length)), 1));
    rectify(upheld);
  };

  const review = (upheld: string[]): void => {
    const ruled = life.snapshot.ruledAt;
    if (!ruled || !plan.review || (plan.review === "company" && upheld.length === 0)) return;
    const asked = life.workday(ruled, rng.int(3, 9));
    if (
      !life.act(asked, plan.review === "company" ? company : COMPLAINANT, { type: "review_requested", data: { by: plan.review } })
    )
      return;
    const drafted = life.workday(asked, rng.int(10, 18));
    if (!life.act(drafted, second, { type: "review_drafted", data: { reviewId: seedId(`review ${plan.n}`) } })) return;
    const annulled = plan.annulled;
    life.act(life.workday(drafted, rng.int(1, 4)), otherSupervisor, {
      type: "review_decided",
      data: { result: annulled ? "annulled" : "upheld", upheld: annulled ? [] : upheld },
    });
  };

  const rectify = (upheld: string[]): void => {
    const finalOn = life.snapshot.finalOn;
    if (!life.is("final") || !finalOn || plan.rectify === "never") return;
    const steps: (readonly [Instant, EventActor, CaseEventInput])[] = [];
    for (const [i, findingId] of upheld.entries()) {
      if (life.snapshot.rectifications.every((r) => r.findingId !== findingId)) continue;
      const data = { findingId };
      const report = (n: number) =>
        ({ type: "rectification_reported", data: { findingId, reportId: seedId(`report ${findingId} ${n}`) } }) as const;
      const reported = life.workday(finalOn, plan.rectify === "late" ? rng.int(9, 13) : rng.int(3, 6));
      const checked = life.workday(reported, rng.int(1, 4));
      steps.push([reported, company, report(1)]);
      if (plan.rejectedFirst && i === 0 && plan.rectify === "in_time") {
        const again = life.workday(checked, rng.int(3, 6));
        steps.push([checked, officer, { type: "rectification_rejected", data }], [again, company, report(2)]);
        steps.push([life.workday(again, rng.int(1, 3)), officer, { type: "rectification_accepted", data }]);
        continue;
      }
      if (rng.chance(0.3)) {
        const type = rng.chance(0.85) ? "rectification_confirmed" : "rectification_disputed";
        steps.push([
          new Date(Math.min(life.workday(reported, 1).getTime(), checked.getTime() - 60_000)),
          COMPLAINANT,
          { type, data },
        ]);
      }
      steps.push([checked, officer, { type: "rectification_accepted", data }]);
    }
    steps.sort(([a], [b]) => a.getTime() - b.getTime());
    for (const [at, actor, input] of steps) if (!life.act(at, actor, input)) return;
  };

  beforeAcceptance();
  if (life.events.length > 0 && accept()) {
    inHand();
    if (life.is("accepted")) rule();
  }
  life.rest();
  return { plan, id, channel, files, shares, publishes, events: life.events, snapshot: life.snapshot };
}

export function groundOf(plan: PlannedCase) {
  return plan.decline === null ? ("out_of_scope" as const) : declineText(plan).ground;
}

export function declineText(plan: PlannedCase) {
  const text = DECLINES[plan.decline ?? 0];
  if (!text) throw new Error("no such decline");
  return text;
}
