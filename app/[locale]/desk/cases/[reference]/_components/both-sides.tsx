import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatInstant } from "@/components/format";
import type { DeskCase } from "../_server/desk-case";
import { MarkedText } from "./own-words";

/** Something one side said: who, when, the words, what hangs on it. */
function Said({ who, at, children, note }: { who: string; at: Date; children: ReactNode; note?: ReactNode }) {
  const locale = useLocale();
  return (
    <article className="grid max-w-measure gap-1">
      <h3 className="font-sans text-body font-medium">
        {who} <small className="text-note font-normal text-ink-2">{formatInstant(at, locale)}</small>
      </h3>
      <div className="border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">{children}</div>
      {note && <p className="text-note text-ink-2">{note}</p>}
    </article>
  );
}

/** The one request for completion and its answer. */
export function SupplementWords({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.said");
  return (
    <div className="grid gap-4">
      {file.words.supplements.map((request) => (
        <div key={request.id} className="grid gap-3">
          <Said who={t("askedSupplement")} at={request.requestedAt}>
            <ol className="list-decimal pl-5">
              {request.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </Said>
          {request.answer && request.answeredAt && (
            <Said who={t("complainant")} at={request.answeredAt}>
              <MarkedText text={request.answer} />
            </Said>
          )}
        </div>
      ))}
    </div>
  );
}

/** What the company answered and replied, with the words that will stand beside the ruling. */
export function CompanyWords({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.said");
  const documents = file.evidence.filter((e) => e.side === "company").length;
  return (
    <div className="grid gap-4">
      {file.words.replies.map((reply) => (
        <Said
          key={reply.id}
          who={t(reply.kind === "reply" ? "replied" : "answered")}
          at={reply.at}
          note={
            reply.kind === "reply" && reply.publicBody && reply.publicBody !== reply.body
              ? t("publicBody", { words: reply.publicBody })
              : undefined
          }
        >
          <MarkedText text={reply.body} />
        </Said>
      ))}
      {documents > 0 && <p className="text-note text-ink-2">{t("documents", { n: documents })}</p>}
    </div>
  );
}

/** What both sides said to the draft; nothing to add is said too. */
export function DraftComments({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.said");
  return (
    <div className="grid gap-4">
      {file.words.comments.map((comment) => (
        <Said key={comment.id} who={t(comment.side === "company" ? "company" : "complainant")} at={comment.at}>
          {comment.body === "" ? <span className="text-ink-2">{t("nothing")}</span> : <MarkedText text={comment.body} />}
        </Said>
      ))}
    </div>
  );
}

/** Notes of the desk, newest first; nobody else reads them. */
export function CaseNotes({ file }: { file: DeskCase }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-2">
      {file.words.notes.map((note) => (
        <li key={note.id}>
          <p className="whitespace-pre-line">{note.body}</p>
          <p className="text-note text-ink-2">
            {file.names.get(note.by)} {formatInstant(note.at, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
