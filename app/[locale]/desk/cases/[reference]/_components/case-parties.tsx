import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { KeyValue } from "@/components/ui/table";
import { nameIn } from "@/domain/company-register";
import { FILING_CONSENTS } from "@/domain/filing";
import type { DeskCase } from "../_server/desk-case";

/** How the complainant is reached; kept folded, as it is needed seldom. */
function Contact({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.parties");
  const { contact, row } = file;
  if (!contact) return <>{t("erased")}</>;
  const ways = [contact.email, contact.phone, contact.postal].filter((way) => way !== null);
  return (
    <>
      {contact.name ?? t("nameless")}
      {row.filedFor !== "self" && (
        <span className="block text-note text-ink-2">
          {t(`for.${row.filedFor as "relative"}`)} {contact.filedForName}
        </span>
      )}
      <details>
        <summary className="text-act">{t("contact")}</summary>
        <ul className="break-all">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
        <p className="text-note text-ink-2">{t(row.contactVerified ? "verified" : "unverified")}</p>
      </details>
    </>
  );
}

/** Both sides: who, how reached, served or not, what the complainant consented to. */
export function CaseParties({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.parties");
  const consents = useTranslations("desk.case.consents");
  const locale = useLocale();
  const service = file.words.services.at(-1);
  return (
    <KeyValue
      items={[
        { key: "complainant", name: t("complainant"), value: <Contact file={file} /> },
        {
          key: "company",
          name: t("company"),
          value: file.company ? (
            <>
              <LocalLink href={`/desk/companies/${file.company.slug}`}>{nameIn(file.company, locale)}</LocalLink>
              <span className="block text-note text-ink-2">
                {service
                  ? t(service.openedAt ? "servedOpened" : `served.${service.method as "account"}`, {
                      at: formatInstant(service.openedAt ?? service.servedAt, locale),
                    })
                  : t("unserved")}
              </span>
            </>
          ) : (
            t("unbound")
          ),
        },
        {
          key: "consents",
          name: t("consents"),
          value: (
            <ul>
              {FILING_CONSENTS.map((kind) => (
                <li key={kind}>{consents(`${file.consents.has(kind) ? "yes" : "no"}.${kind}`)}</li>
              ))}
              {(["mediation", "settlement"] as const)
                .filter(
                  (kind) => file.snapshot.consents.complainant.includes(kind) || file.snapshot.consents.company.includes(kind),
                )
                .map((kind) => (
                  <li key={kind}>
                    {consents("both", {
                      what: consents(`kind.${kind}`),
                      n:
                        Number(file.snapshot.consents.complainant.includes(kind)) +
                        Number(file.snapshot.consents.company.includes(kind)),
                    })}
                  </li>
                ))}
            </ul>
          ),
        },
        {
          key: "officer",
          name: t("officer"),
          value: file.row.officerId ? (file.names.get(file.row.officerId) ?? t("nobody")) : t("nobody"),
        },
      ]}
    />
  );
}
