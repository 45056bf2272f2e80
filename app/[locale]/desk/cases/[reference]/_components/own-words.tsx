import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { propose } from "@/domain/redaction";
import type { DeskCase } from "../_server/desk-case";

/** A text with what the machine takes for personal data marked; nothing is hidden at the desk. */
export function MarkedText({ text }: { text: string }) {
  const t = useTranslations("redaction.type");
  const spans = [...propose(text)].sort((a, b) => a.start - b.start);
  let at = 0;
  return (
    <>
      {spans.map((span) => {
        const before = text.slice(at, span.start);
        at = span.end;
        return (
          <Fragment key={span.start}>
            {before}
            <mark title={t(span.type)}>{text.slice(span.start, span.end)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}

/** What the person said and asks for, in their words. */
export function OwnWords({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.words");
  const wants = useTranslations("desk.case.wants");
  const { text } = file;
  if (!text) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="grid max-w-measure gap-3">
      <blockquote className="border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">
        <MarkedText text={text.narrative} />
      </blockquote>
      {(text.wants || text.wantsKinds.length > 0) && (
        <p>
          <span className="text-ink-2">{t("wants")} </span>
          {text.wantsKinds.map((kind) => wants(kind as "refund")).join(t("comma"))}
          {text.wants && (
            <span className="whitespace-pre-line">
              {text.wantsKinds.length > 0 && t("stop")}
              <MarkedText text={text.wants} />
            </span>
          )}
        </p>
      )}
      <p className="text-note text-ink-2">{t("marked")}</p>
    </div>
  );
}
