"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { isUpheld, OUTCOMES, TIERS, type Tier } from "@/domain/findings";
import { gapOf } from "@/domain/left-to-do";
import { KeyCap } from "../../../_components/key-cap";
import { defaultTier, type EditedFinding, isBeyond, measured, measureOf, withOutcome } from "./ruling-draft";
import type { EvidenceChoice } from "./ruling-editor";

/** An allegation as the editor shows it, its words made on the server. */
export interface AllegationShown {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
  readonly rule: string;
  /** Offered as the finding's title. */
  readonly title: string;
  /** Why it stands here: what the complainant chose or reported, or that an officer added it. */
  readonly why: string;
  /** The reported value of what the clause measures. */
  readonly reported: number | null;
}

interface Props {
  finding: EditedFinding;
  shown: AllegationShown;
  evidence: readonly EvidenceChoice[];
  reply: string | null;
  current: boolean;
  fieldId: (field: string) => string;
  onOpen: () => void;
  onEdit: (change: (finding: EditedFinding) => EditedFinding) => void;
}

/** What a row says of itself when closed: tier, how much is written, or what is missing. */
function Status({ finding }: { finding: EditedFinding }) {
  const t = useTranslations("desk.ruling");
  const tiers = useTranslations("ui.tier");
  const gap = gapOf(finding);
  return (
    <span className={`text-note ${gap && finding.outcome ? "text-seal" : "text-ink-2"}`}>
      {finding.tier && <span className="mr-3">{tiers(finding.tier)}</span>}
      {gap ? t(`gap.${gap}`) : t("written", { n: [...finding.reasons].length })}
    </span>
  );
}

function Outcomes({ finding, shown, fieldId, onEdit, onOpen }: Omit<Props, "evidence" | "reply" | "current">) {
  const outcome = useTranslations("ui.outcome");
  const t = useTranslations("desk.ruling");
  return (
    <fieldset className="pick">
      <legend className="sr-only">{t("outcomeOf", { clause: shown.clause })}</legend>
      {OUTCOMES.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={fieldId("outcome")}
            value={value}
            checked={finding.outcome === value}
            onFocus={onOpen}
            onChange={() => onEdit((f) => withOutcome(f, value, shown.title))}
            className="sr-only"
          />
          {outcome(value)}
        </label>
      ))}
    </fieldset>
  );
}

function TierFields({ finding, fieldId, onEdit }: Pick<Props, "finding" | "fieldId" | "onEdit">) {
  const t = useTranslations("desk.ruling");
  const tiers = useTranslations("ui.tier");
  const byDefault = defaultTier(finding.clause);
  if (!finding.outcome || !isUpheld(finding.outcome)) return null;
  const other = finding.tier !== null && finding.tier !== byDefault;
  return (
    <div className="grid gap-2">
      <div className="field">
        <label htmlFor={fieldId("tier")} className="field-name">
          {t("tier")} <KeyCap>T</KeyCap>
        </label>
        <select
          id={fieldId("tier")}
          className="input w-auto pr-9"
          value={finding.tier ?? ""}
          onChange={(event) => {
            const tier = (event.currentTarget.value || null) as Tier | null;
            onEdit((f) => ({ ...f, tier }));
          }}
        >
          {TIERS.map((tier) => (
            <option key={tier} value={tier}>
              {tiers(tier)}
              {tier === byDefault ? t("byDefault") : ""}
            </option>
          ))}
        </select>
      </div>
      {other && (
        <TextArea
          name="tierReason"
          id={fieldId("tierReason")}
          label={t("tierReason")}
          hint={t("tierReasonHint")}
          rows={2}
          value={finding.tierReason}
          onChange={(event) => {
            const tierReason = event.currentTarget.value;
            onEdit((f) => ({ ...f, tierReason }));
          }}
        />
      )}
    </div>
  );
}

function MeasureField({ finding, shown, fieldId, onEdit }: Pick<Props, "finding" | "shown" | "fieldId" | "onEdit">) {
  const t = useTranslations("desk.ruling");
  const measure = measureOf(finding.clause);
  if (!measure) return null;
  const value = measured(finding)?.value;
  return (
    <div className="field">
      <label htmlFor={fieldId("value")} className="field-name">
        {t(`measure.${measure.unit}`)}
      </label>
      <span className="flex flex-wrap items-center gap-3">
        <input
          id={fieldId("value")}
          inputMode="decimal"
          className="input w-28"
          value={finding.value}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            onEdit((f) => ({ ...f, value: typed }));
          }}
        />
        <span className={isBeyond(finding) ? "font-medium text-seal" : "text-ink-2"}>
          {t(`limit.${measure.unit}`, { limit: measure.limit })}
          {isBeyond(finding) && value !== undefined && t("over", { n: Math.round((value - measure.limit) * 100) / 100 })}
        </span>
        {shown.reported !== null && finding.value.trim() === "" && (
          <Button type="button" kind="link" onClick={() => onEdit((f) => ({ ...f, value: String(shown.reported) }))}>
            {t("useReported", { n: shown.reported })}
          </Button>
        )}
      </span>
    </div>
  );
}

function EvidenceFields({ finding, evidence, fieldId, onEdit }: Pick<Props, "finding" | "evidence" | "fieldId" | "onEdit">) {
  const t = useTranslations("desk.ruling");
  if (evidence.length === 0) return null;
  return (
    <fieldset>
      <legend className="field-name">{t("evidence")}</legend>
      <div className="flex flex-wrap gap-x-5">
        {evidence.map((file) => (
          <label key={file.id} className="tick border-0!">
            <input
              type="checkbox"
              id={fieldId(`e-${file.id}`)}
              checked={finding.evidenceIds.includes(file.id)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                onEdit((f) => ({
                  ...f,
                  evidenceIds: on ? [...f.evidenceIds, file.id] : f.evidenceIds.filter((id) => id !== file.id),
                }));
              }}
            />
            <span>
              {file.name}
              {!file.open && <small>{t("notOpen")}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A finding: a line when closed, everything that belongs to it when it is the current one. */
export function FindingRow({ finding, shown, evidence, reply, current, fieldId, onOpen, onEdit }: Props) {
  const t = useTranslations("desk.ruling");
  const text = (field: "title" | "facts" | "reasons") => (event: { currentTarget: { value: string } }) => {
    const value = event.currentTarget.value;
    onEdit((f) => ({ ...f, [field]: value }));
  };
  return (
    <section className="finding-row" data-current={current ? "" : undefined} aria-label={`${shown.clause} ${shown.name}`}>
      <div className="finding-line">
        <button type="button" aria-expanded={current} onClick={onOpen} className="finding-open">
          <b className="font-medium">{shown.clause}</b> {shown.name}
        </button>
        <p className="finding-facts text-ink-2">{finding.facts || shown.why}</p>
        <div className="grid justify-items-start gap-1">
          <Outcomes finding={finding} shown={shown} fieldId={fieldId} onOpen={onOpen} onEdit={onEdit} />
          <Status finding={finding} />
        </div>
      </div>
      {current && (
        <div className="finding-body">
          <p className="text-note text-ink-2">
            {shown.rule} <span className="ml-3">{shown.why}</span>
          </p>
          <div className="grid gap-x-6 gap-y-3 min-[1100px]:grid-cols-2">
            <TextInput
              name="title"
              id={fieldId("title")}
              label={t("findingTitle")}
              maxLength={80}
              value={finding.title}
              onChange={text("title")}
            />
            <MeasureField finding={finding} shown={shown} fieldId={fieldId} onEdit={onEdit} />
            <TextArea
              name="facts"
              id={fieldId("facts")}
              label={
                <>
                  {t("facts")} <KeyCap>F</KeyCap>
                </>
              }
              rows={5}
              max={4000}
              value={finding.facts}
              onChange={text("facts")}
            />
            <TextArea
              name="reasons"
              id={fieldId("reasons")}
              label={
                <>
                  {t("reasons")} <KeyCap>R</KeyCap>
                </>
              }
              rows={5}
              max={4000}
              value={finding.reasons}
              onChange={text("reasons")}
            />
            <TierFields finding={finding} fieldId={fieldId} onEdit={onEdit} />
            <EvidenceFields finding={finding} evidence={evidence} fieldId={fieldId} onEdit={onEdit} />
          </div>
          {reply && (
            <details>
              <summary className="text-act">{t("companySays")}</summary>
              <p className="mt-1 max-w-measure border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">{reply}</p>
            </details>
          )}
        </div>
      )}
    </section>
  );
}
