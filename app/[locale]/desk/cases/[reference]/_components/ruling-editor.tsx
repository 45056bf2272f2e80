"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { IDLE } from "@/components/form-state";
import { LocaleField } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { typing } from "@/components/ui/desk-search";
import { TextInput } from "@/components/ui/field";
import { FocusBox } from "@/components/ui/focus-box";
import { TextArea } from "@/components/ui/text-area";
import { OUTCOMES } from "@/domain/findings";
import { KeyCap } from "../../../_components/key-cap";
import { sendToBoth } from "../ruling-actions";
import { type AllegationShown, FindingRow } from "./finding-row";
import type { EditedFinding, EditedRuling } from "./ruling-draft";
import { withOutcome } from "./ruling-draft";
import { SavingNote } from "./saving-note";
import { keptRuling, useDraftSaving } from "./use-draft-saving";

export interface EvidenceChoice {
  readonly id: string;
  readonly name: string;
  /** The company may see it: a finding upheld may rely on it. */
  readonly open: boolean;
}

interface Props {
  reference: string;
  base: string | null;
  initial: EditedRuling;
  allegations: readonly AllegationShown[];
  evidence: readonly EvidenceChoice[];
  /** Words of the company that stand beside each finding while one judges. */
  reply: string | null;
}

/** What was kept, on the allegations there are now. */
function mergedWith(initial: EditedRuling, kept: EditedRuling): EditedRuling {
  return {
    ...kept,
    findings: initial.findings.map((f) => kept.findings.find((k) => k.allegationId === f.allegationId) ?? f),
  };
}

/** The ids a row's fields carry, so that keys can lead there. */
const fieldId = (allegationId: string, field: string) => `f-${allegationId}-${field}`;

/**
 * The ruling as one writes it: a finding per allegation, J and K between them, 1 to 4 the outcome, T tier, F facts, R reasons. Everything
 * saves itself; sending closes the draft and gives it to both sides.
 */
export function RulingEditor({ reference, base: firstBase, initial: first, allegations, evidence, reply }: Props) {
  const t = useTranslations("desk.ruling");
  // The page may be read anew while one writes; the editor goes on from what it began with.
  const [{ base, initial }] = useState({ base: firstBase, initial: first });
  const [ruling, setRuling] = useState<EditedRuling>(initial);
  const [at, setAt] = useState(0);
  const [kept, setKept] = useState<EditedRuling | null>(null);
  const { saving, changed, flush } = useDraftSaving(reference, ruling, base);
  const [sent, send, sending] = useActionState(sendToBoth, IDLE);
  const list = useRef<HTMLDivElement>(null);

  // What the browser kept is taken up at once when nobody saved since, and offered when somebody did.
  useEffect(() => {
    const found = keptRuling(reference);
    if (!found) return;
    const merged = mergedWith(initial, found.ruling);
    if (found.base === base) {
      changed();
      setRuling(merged);
    } else setKept(merged);
  }, [reference, base, initial, changed]);

  const edit = (next: EditedRuling) => {
    changed();
    setRuling(next);
  };
  const editFinding = (index: number, change: (finding: EditedFinding) => EditedFinding) =>
    edit({ ...ruling, findings: ruling.findings.map((f, i) => (i === index ? change(f) : f)) });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]"))
        return;
      const key = event.key.toLowerCase();
      const current = ruling.findings[at];
      const shown = allegations[at];
      if (!current || !shown) return;
      const lead = (field: string) => document.getElementById(fieldId(current.allegationId, field))?.focus();
      if (key === "j" || key === "k") {
        const next = Math.max(0, Math.min(ruling.findings.length - 1, at + (key === "j" ? 1 : -1)));
        setAt(next);
        list.current?.children[next]?.scrollIntoView({ block: "nearest" });
      } else if (/^[1-4]$/.test(key)) {
        const outcome = OUTCOMES[Number(key) - 1];
        if (outcome) editFinding(at, (f) => withOutcome(f, outcome, shown.title));
      } else if (key === "t") lead("tier");
      else if (key === "f") lead("facts");
      else if (key === "r") lead("reasons");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  async function submit() {
    if (!(await flush())) return;
    const data = new FormData();
    data.set("reference", reference);
    data.set("locale", document.documentElement.lang);
    startTransition(() => send(data));
  }

  return (
    <div className="grid gap-4">
      {kept && (
        <div className="border-l-(length:--double) border-ink pl-3.5">
          <p>{t("kept")}</p>
          <p className="mt-1 flex gap-4">
            <Button
              type="button"
              kind="link"
              onClick={() => {
                edit(kept);
                setKept(null);
              }}
            >
              {t("useKept")}
            </Button>
            <Button type="button" kind="link" onClick={() => setKept(null)}>
              {t("dropKept")}
            </Button>
          </p>
        </div>
      )}
      <div ref={list}>
        {ruling.findings.map((finding, index) => {
          const shown = allegations[index];
          if (!shown) return null;
          return (
            <FindingRow
              key={finding.allegationId}
              finding={finding}
              shown={shown}
              evidence={evidence}
              reply={reply}
              current={index === at}
              fieldId={(field) => fieldId(finding.allegationId, field)}
              onOpen={() => setAt(index)}
              onEdit={(change) => editFinding(index, change)}
            />
          );
        })}
      </div>
      <div className="grid max-w-[640px] gap-3">
        <TextInput
          name="title"
          id="ruling-title"
          label={t("title")}
          hint={t("titleHint")}
          maxLength={60}
          value={ruling.title}
          onChange={(event) => edit({ ...ruling, title: event.currentTarget.value })}
        />
        <TextArea
          name="decision"
          id="ruling-decision"
          label={t("decision")}
          hint={t("decisionHint")}
          rows={4}
          max={2000}
          value={ruling.decision}
          onChange={(event) => edit({ ...ruling, decision: event.currentTarget.value })}
        />
      </div>
      {sent.status === "error" && (
        <FocusBox focus className="border-l-(length:--double) border-seal pl-3.5 text-seal">
          {sent.formError ?? Object.values(sent.fieldErrors).join(" ")}
        </FocusBox>
      )}
      <form
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        className="flex flex-wrap items-center gap-4"
      >
        <LocaleField />
        <input type="hidden" name="reference" value={reference} />
        <Button busy={sending} data-key="g">
          {t("send")} <KeyCap>G</KeyCap>
        </Button>
        <SavingNote saving={saving} />
      </form>
    </div>
  );
}
