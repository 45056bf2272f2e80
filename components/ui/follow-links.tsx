import { useLocale, useTranslations } from "next-intl";

/** Following by feed reader: `query` is the filter of the list of rulings, e.g. "company=bozhou". */
export function FollowLinks({ query = "" }: { query?: string }) {
  const t = useTranslations("follow");
  const locale = useLocale();
  const rest = `?${query === "" ? "" : `${query}&`}locale=${locale}`;
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-5 text-small">
      <span className="text-ink-2">{t("follow")}</span>
      <a href={`/api/v1/feeds/rulings.atom${rest}`}>Atom</a>
      <a href={`/api/v1/feeds/rulings.json${rest}`}>JSON Feed</a>
    </p>
  );
}
