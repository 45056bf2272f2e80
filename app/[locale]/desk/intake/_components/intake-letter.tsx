"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { KeyValue } from "@/components/ui/table";

/** The receipt as a letter: handed over, read out on the phone, or posted. The secret is on this paper only. */
export function IntakeLetter({ letter, address }: { letter: Readonly<Record<string, string>>; address: string }) {
  const t = useTranslations("desk.intake.letter");
  return (
    <div className="grid gap-6">
      <p className="no-print" role="status">
        {t("taken", { reference: letter.reference ?? "" })}
      </p>
      <div className="no-print flex flex-wrap gap-3">
        <Button type="button" onClick={() => print()}>
          {t("print")}
        </Button>
        <LinkButton kind="plain" href={`/desk/cases/${letter.reference}`}>
          {t("open")}
        </LinkButton>
        <Button type="button" kind="plain" onClick={() => location.reload()}>
          {t("another")}
        </Button>
      </div>
      <article className="letter">
        {letter.postal && (
          <address className="mb-8 whitespace-pre-line not-italic">
            {letter.name}
            {"\n"}
            {letter.postal}
          </address>
        )}
        <h2>{t("title")}</h2>
        <p>{t("about", { company: letter.company ?? "", filed: letter.filed ?? "" })}</p>
        <KeyValue
          items={[
            { key: "reference", name: t("reference"), value: <b className="num text-h3">{letter.reference}</b> },
            { key: "secret", name: t("secret"), value: <b className="num text-h3">{letter.secret}</b> },
            { key: "due", name: t("due"), value: t("dueValue", { due: letter.due ?? "" }) },
          ]}
        />
        <p>{t("deemed")}</p>
        <p>{t("track", { address: `${address}/${letter.letters}/track` })}</p>
        <p>{t("keep")}</p>
        <blockquote className="border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">
          {letter.narrative}
        </blockquote>
        <p>{t("wordsNote")}</p>
        <p className="text-right">{t("signature")}</p>
      </article>
    </div>
  );
}
