import { useLocale, useTranslations } from "next-intl";
import { LocalLink } from "./local-link";

/**
 * Following by mail and by feed reader. `query` is the filter of the list of rulings, e.g. "company=bozhou"; `search` the whole search, words too, where it
 * is more than that.
 */
export function FollowLinks({ query = "", search = query }: { query?: string; search?: string }) {
  const t = useTranslations("follow");
  const locale = useLocale();
  const filter = search === query ? query : `search=${encodeURIComponent(search)}`;
  const rest = `?${filter === "" ? "" : `${filter}&`}locale=${locale}`;
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-5 text-small">
      <span className="text-ink-2">{t("follow")}</span>
      <LocalLink href={search === "" ? "/follow" : `/follow?${search}`} rel="nofollow">
        {t("byMail")}
      </LocalLink>
      <a href={`/api/v1/feeds/rulings.atom${rest}`}>Atom</a>
      <a href={`/api/v1/feeds/rulings.json${rest}`}>JSON Feed</a>
    </p>
  );
}
