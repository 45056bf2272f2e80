import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { isDomainError } from "@/domain/errors";
import { FilePlan } from "@/domain/redaction/regions";
import { evidenceStore } from "@/platform/evidence-store";
import { fileText } from "@/services/file-pages";
import { readFileRedaction } from "@/services/redact-file";
import { ActForm } from "../../../../../_components/party/party-forms";
import { FileEditor } from "./_components/file-editor";
import { askMachine, takeCopyBack } from "./actions";

export const dynamic = "force-dynamic";
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("fileRedaction");
  return { title: t("title"), robots: { index: false } };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What of one file the public sees: the machine proposes, an officer adds, moves, rejects and confirms (RULES §5). */
export default async function RedactFilePage({ params }: { params: Promise<{ reference: string; id: string }> }) {
  const { reference, id } = await params;
  const actor = await requirePage(["officer", "supervisor"], `/desk/cases/${reference}`);
  if (!UUID.test(id)) notFound();
  const found = await readFileRedaction(actor, id).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  if (!found) notFound();
  const { file, redaction } = found;
  const t = await getTranslations("fileRedaction");
  const plan = redaction ? FilePlan.parse(redaction.plan) : null;
  const ready = plan && (redaction?.state === "proposed" || redaction?.state === "confirmed");
  const state =
    redaction?.state === "confirmed" ? (redaction.derivativeKey ? "confirmed" : "making") : (redaction?.state ?? "none");
  return (
    <ClientWords areas={["fileRedaction", "redaction", "desk.redaction", "ui", "errors"]}>
      <Page width="desk">
        <PageHead
          kicker={<LocalLink href={`/desk/cases/${reference}#public-files`}>{t("back", { reference })}</LocalLink>}
          title={t("title")}
          meta={[file.originalName, t(`state.${state}`)]}
        />
        <div className="mt-5 grid gap-5">
          {(state === "asked" || state === "making") && <Notice live>{t(`${state}Note`)}</Notice>}
          {state === "failed" && <Notice tone="ink">{t(`failed.${redaction?.failedWhy ?? "unreadable"}`)}</Notice>}
          {(state === "none" || state === "failed") && (
            <ActForm
              action={askMachine}
              reference={reference}
              prefix="ask-"
              button={t("ask")}
              kind="primary"
              hidden={{ evidenceId: id }}
            />
          )}
          {(state === "asked" || state === "making") && (
            <p>
              <LocalLink href={`/desk/cases/${reference}/evidence/${id}`} prefetch={false}>
                {t("look")}
              </LocalLink>
            </p>
          )}
          {ready && (
            <FileEditor
              key={redaction?.revision}
              reference={reference}
              evidenceId={id}
              revision={redaction?.revision ?? 0}
              plan={plan}
              text={plan.kind === "text" ? await fileText(await evidenceStore(), id) : null}
              confirmed={redaction?.state === "confirmed"}
            />
          )}
          {state === "confirmed" && (
            <ActForm
              action={takeCopyBack}
              reference={reference}
              prefix="back-"
              button={t("takeBack")}
              hidden={{ evidenceId: id, revision: String(redaction?.revision ?? 0) }}
            />
          )}
        </div>
      </Page>
    </ClientWords>
  );
}
