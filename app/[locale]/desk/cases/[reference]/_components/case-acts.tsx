"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { PAUSE_REASONS, PAUSES } from "@/domain/clocks";
import type { Action } from "@/domain/procedure";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { DeclineForm, GroundFields, SupplementForm } from "../../../_components/decide-forms";
import { KeyCap } from "../../../_components/key-cap";
import { askForSupplement, declineCase } from "../../../actions";
import { accept, assign, extend, note, pause, reopen, resume, serve, takeSupplement, terminate } from "../actions";

type Act = (previous: FormState, data: FormData) => Promise<FormState>;

/** An act that asks for nothing: one button, its refusal beside it. */
export function OneClick({
  reference,
  action,
  hotKey,
  label,
  primary = false,
}: {
  reference: string;
  action: Act;
  hotKey?: string;
  label: string;
  primary?: boolean;
}) {
  return (
    <ActionForm action={action} prefix={`${hotKey ?? ""}-`} className={primary ? "one-click one-click-wide" : "one-click"}>
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <Button busy={pending} kind={primary ? "primary" : "plain"} data-key={hotKey}>
            {label} {hotKey && <KeyCap>{hotKey.toUpperCase()}</KeyCap>}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** A form of one text. */
function OneText({
  reference,
  action,
  name,
  words,
  rows = 3,
}: {
  reference: string;
  action: Act;
  name: string;
  words: { label: string; hint?: string; send: string };
  rows?: number;
}) {
  return (
    <ActionForm action={action} prefix={`${name}-`} className="grid gap-3">
      {({ field, pending, state }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <TextArea
            key={state.status === "ok" ? "done" : "open"}
            {...field(name)}
            label={words.label}
            hint={words.hint}
            rows={rows}
          />
          <Button busy={pending} className="justify-self-start">
            {words.send}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

interface Props {
  reference: string;
  /** What this person may do by the table of the procedure. */
  may: readonly Action[];
  officers: readonly { id: string; name: string; inHand: number }[];
  officerId: string | null;
  /** The one who looks, when an officer. */
  me: string | null;
  /** A pause is open that a person ended may end. */
  pausedOpen: boolean;
  supplementAsked: boolean;
  canServe: boolean;
  extended: boolean;
}

/** Everything one may do in this state, each with its key; the next step first. */
export function CaseActs({ reference, may, officers, officerId, me, pausedOpen, supplementAsked, canServe, extended }: Props) {
  const t = useTranslations("desk.act");
  const can = (action: Action) => may.includes(action);
  const pauses = can("pause_acceptance") || can("pause_decision");
  return (
    <div className="act-list">
      {can("accept") && <OneClick reference={reference} action={accept} hotKey="a" label={t("accept")} primary />}
      {can("serve") && canServe && <OneClick reference={reference} action={serve} hotKey="l" label={t("serve")} primary />}
      {can("request_supplement") && !supplementAsked && (
        <SupplementForm reference={reference} prefix="supplement-" action={askForSupplement} />
      )}
      {can("decline") && <DeclineForm reference={reference} prefix="decline-" action={declineCase} />}
      {can("supplement") && (
        <ActDisclosure hotKey="s" label={t("takeSupplement.title")}>
          <OneText
            reference={reference}
            action={takeSupplement}
            name="answer"
            words={{ label: t("takeSupplement.label"), hint: t("takeSupplement.hint"), send: t("takeSupplement.send") }}
            rows={4}
          />
        </ActDisclosure>
      )}
      {can("reopen") && <OneClick reference={reference} action={reopen} hotKey="o" label={t("reopen")} />}
      {pausedOpen && (can("resume_acceptance") || can("resume_decision")) && (
        <OneClick reference={reference} action={resume} hotKey="p" label={t("resume")} />
      )}
      {!pausedOpen && pauses && <PauseForm reference={reference} decision={can("pause_decision")} />}
      {can("extend_decision") && !extended && (
        <ActDisclosure hotKey="e" label={t("extend.title")}>
          <OneText
            reference={reference}
            action={extend}
            name="why"
            words={{ label: t("extend.why"), hint: t("extend.hint"), send: t("extend.send") }}
          />
        </ActDisclosure>
      )}
      {can("terminate") && <TerminateForm reference={reference} />}
      {can("assign") && me && officerId !== me && <TakeOn reference={reference} officerId={me} />}
      {can("assign") && <GiveForm reference={reference} officers={officers} officerId={officerId} />}
      {can("add_note") && (
        <ActDisclosure hotKey="n" label={t("note.title")}>
          <OneText
            reference={reference}
            action={note}
            name="body"
            words={{ label: t("note.label"), hint: t("note.hint"), send: t("note.send") }}
          />
        </ActDisclosure>
      )}
    </div>
  );
}

/** Takes the case on oneself. */
function TakeOn({ reference, officerId }: { reference: string; officerId: string }) {
  const t = useTranslations("desk");
  return (
    <ActionForm action={assign} prefix="mine-" className="one-click">
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="officerId" value={officerId} />
          <Button busy={pending} kind="plain" data-key="m">
            {t("bulk.mine")} <KeyCap>M</KeyCap>
          </Button>
        </>
      )}
    </ActionForm>
  );
}

function GiveForm({ reference, officers, officerId }: Pick<Props, "reference" | "officers" | "officerId">) {
  const t = useTranslations("desk.act.give");
  return (
    <ActDisclosure label={t("title")}>
      <ActionForm action={assign} prefix="give-" className="grid gap-3">
        {({ select, pending }) => {
          const { key, ...props } = select("officerId", officerId ?? undefined);
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <Select
                key={key}
                {...props}
                label={t("to")}
                empty
                options={officers.map((o) => ({ value: o.id, label: t("option", { name: o.name, n: o.inHand }) }))}
              />
              <Button busy={pending} className="justify-self-start">
                {t("send")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </ActDisclosure>
  );
}

function PauseForm({ reference, decision }: { reference: string; decision: boolean }) {
  const t = useTranslations("desk.act.pause");
  const reasons = useTranslations("pauseReasons");
  const fitting = PAUSE_REASONS.filter((r) => !PAUSES[r].automatic && PAUSES[r].clock === (decision ? "decision" : "acceptance"));
  return (
    <ActDisclosure hotKey="p" label={t("title")}>
      <ActionForm action={pause} prefix="pause-" className="grid gap-3">
        {({ field, select, pending }) => {
          const { key, ...props } = select("reason");
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <Select
                key={key}
                {...props}
                label={t("reason")}
                empty
                options={fitting.map((r) => ({ value: r, label: `${reasons(r)}${t(`most.${r}` as "most.appraisal")}` }))}
              />
              <TextArea {...field("why")} label={t("why")} hint={t("hint")} rows={3} />
              <Button busy={pending} className="justify-self-start">
                {t("send")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </ActDisclosure>
  );
}

function TerminateForm({ reference }: { reference: string }) {
  const t = useTranslations("desk.act.terminate");
  return (
    <ActDisclosure label={t("title")}>
      <ActionForm action={terminate} prefix="terminate-" className="grid gap-3">
        {({ field, select, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <p className="text-note text-ink-2">{t("hint")}</p>
            <GroundFields field={field} select={select} />
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        )}
      </ActionForm>
    </ActDisclosure>
  );
}
