import { useLocale, useTranslations } from "next-intl";
import { formatInstant, formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { ThenList } from "@/components/ui/notice";
import type { historyOf } from "@/db/queries/companies";
import type { RegisterBase } from "./places";

type Line = Awaited<ReturnType<typeof historyOf>>[number];

/** A declared figure as it was written down. */
function readExposure(text: string): { contacts: number; source: string; audited: boolean } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "contacts" in value
      ? (value as { contacts: number; source: string; audited: boolean })
      : null;
  } catch {
    return null;
  }
}

/** What happened to an entry: who, when, from what to what. Newest first. */
export function CompanyHistory({ lines, base }: { lines: Line[]; base: RegisterBase }) {
  const t = useTranslations("register");
  const sectors = useTranslations("sectors");
  const locale = useLocale();
  if (lines.length === 0) return <p className="text-ink-2">{t("historyNone")}</p>;

  const value = (type: string, text: string): string => {
    if (type === "sector") return sectors.has(text) ? sectors(text) : text;
    if (type === "sizeClass") return t.has(`sizes.${text}`) ? t(`sizes.${text}`) : text;
    const figure = type.startsWith("exposure:") ? readExposure(text) : null;
    return figure
      ? t("exposureSaid", {
          contacts: formatNumber(figure.contacts),
          source: figure.source,
          audited: t(figure.audited ? "auditedYes" : "auditedNo"),
        })
      : text;
  };
  const change = ({ type, before, after }: Line): string => {
    if (type === "merged_into" || type === "merged_from") return t("reason", { reason: after ?? "" });
    if (type === "created" || type === "alias_added") return after ?? "";
    if (type === "alias_removed") return before ?? "";
    if (before && after) return t("fromTo", { before: value(type, before), after: value(type, after) });
    return after ? t("setTo", { after: value(type, after) }) : t("cleared", { before: value(type, before ?? "") });
  };
  const event = (type: string): string => {
    const [kind = type, quarter = ""] = type.split(":");
    return t.has(`event.${kind}`) ? t(`event.${kind}`, { quarter }) : type;
  };
  return (
    <ThenList
      ordered
      items={lines.map((line) => ({
        key: line.id,
        when: formatInstant(line.at, locale),
        what: (
          <>
            <b className="mr-2 font-medium">
              {event(line.type)}
              {line.otherSlug && (
                <>
                  {" "}
                  <LocalLink href={`${base}/${line.otherSlug}`}>{line.otherName}</LocalLink>
                </>
              )}
            </b>
            {change(line)}
            {line.actorName && <span className="ml-3 text-ink-2">{line.actorName}</span>}
          </>
        ),
      }))}
    />
  );
}
