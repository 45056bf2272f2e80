import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form-state";
import { DateText } from "@/components/ui/date-text";
import { Section } from "@/components/ui/page";
import type { AgreementKind, AgreementRow } from "@/db/queries/procedure";
import type { Side } from "@/domain/actors";
import { dayOf } from "@/domain/day";
import { ActForm, WordsForm } from "./party-forms";

type Act = (previous: FormState, data: FormData) => Promise<FormState>;
export const AGREEMENT_KINDS = ["settlement", "mediation"] as const satisfies readonly AgreementKind[];
const isOpen = (row: AgreementRow) =>
  row.refusedAt === null && (row.complainantAgreedAt === null || row.companyAgreedAt === null);
const holds = (row: AgreementRow) => row.complainantAgreedAt !== null && row.companyAgreedAt !== null;

/** Where a proposal stands, in a word for its reader. */
export function agreementStand(row: AgreementRow): "agreed" | "refused" | "open" {
  return row.refusedAt !== null ? "refused" : holds(row) ? "agreed" : "open";
}

/** What was proposed, by whom, and where it stands. */
export function Proposal({ row }: { row: AgreementRow }) {
  const t = useTranslations("agreement");
  return (
    <article className="grid max-w-measure gap-1">
      <p className="text-small text-ink-2">
        {t(`by.${row.proposedBy as "officer"}`)} <DateText day={dayOf(row.proposedAt)} form="date" />
        {" · "}
        {t(`stand.${agreementStand(row)}`)}
      </p>
      <p lang="zh-Hans" className="border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line wrap-anywhere">
        {row.terms}
      </p>
    </article>
  );
}

interface Props {
  readonly side: Side;
  readonly reference: string;
  readonly agreements: readonly AgreementRow[];
  /** While the case is in hand. */
  readonly may: boolean;
  readonly propose: Act;
  readonly answer: Act;
}

/** Mediation and settlement as one side sees them: what waits for its answer, what was said before, and how to propose (RULES §3). */
export function AgreementPart({ side, reference, agreements, may, propose, answer }: Props) {
  const t = useTranslations("agreement");
  const standing = (kind: AgreementKind) => agreements.findLast((a) => a.kind === kind && a.refusedAt === null);
  if (!may && agreements.length === 0) return null;
  return (
    <Section title={t("title")} note={t("note")}>
      <div className="grid gap-6">
        {agreements.map((row) => {
          const mine = row[`${side}AgreedAt`] !== null;
          return (
            <div key={row.id} className="grid gap-3">
              <h3>{t(`kind.${row.kind as AgreementKind}`)}</h3>
              <Proposal row={row} />
              {may && isOpen(row) && (
                <div className="flex flex-wrap gap-3">
                  {!mine && (
                    <ActForm
                      action={answer}
                      reference={reference}
                      prefix={`agree-${row.id}-`}
                      button={t(`accept.${row.kind as AgreementKind}`)}
                      kind="primary"
                      hidden={{ kind: row.kind, agreed: "yes" }}
                    />
                  )}
                  <ActForm
                    action={answer}
                    reference={reference}
                    prefix={`refuse-${row.id}-`}
                    button={mine ? t("takeBack") : t("refuse")}
                    hidden={{ kind: row.kind, agreed: "no" }}
                  />
                </div>
              )}
            </div>
          );
        })}
        {may &&
          AGREEMENT_KINDS.filter((kind) => !standing(kind)).map((kind) => (
            <details key={kind}>
              <summary className="py-2 text-act">{t(`propose.${kind}.open`)}</summary>
              <div className="mt-3">
                <WordsForm
                  action={propose}
                  reference={reference}
                  prefix={`propose-${kind}-`}
                  name="terms"
                  label={t(`propose.${kind}.label`)}
                  hint={t(`propose.${kind}.hint`)}
                  button={t(`propose.${kind}.send`)}
                  max={2000}
                  hidden={{ kind }}
                />
              </div>
            </details>
          ))}
      </div>
    </Section>
  );
}
