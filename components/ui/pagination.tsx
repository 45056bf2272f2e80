import { useTranslations } from "next-intl";
import { LocalLink } from "./local-link";

/** The pages shown: first, last, the current one and its neighbours; null is a gap. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return wanted.flatMap((n, index) => {
    const before = wanted[index - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [n - 1, n] : [null, n];
  });
}

/** Pages of a list. `hrefTemplate`: the address with {page}; on a phone the neighbours and where one is, not every number. */
export function Pagination({ page, pages, hrefTemplate }: { page: number; pages: number; hrefTemplate: string }) {
  const t = useTranslations("ui.pages");
  if (pages <= 1) return null;
  const href = (n: number) => hrefTemplate.replace("{page}", String(n));
  return (
    <nav aria-label={t("label")} className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      {page > 1 ? (
        <LocalLink href={href(page - 1)} rel="prev" className="inline-flex items-center tap">
          {t("previous")}
        </LocalLink>
      ) : (
        <span />
      )}
      <span className="text-small text-ink-2 wide:hidden">{t("of", { page, pages })}</span>
      <ul className="hidden items-center gap-1 wide:flex">
        {pagesShown(page, pages).map((n, index) =>
          n === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: at most two gaps
            <li key={`gap${index}`} className="px-2 text-ink-3" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <LocalLink
                href={href(n)}
                aria-label={t("page", { page: n })}
                aria-current={n === page ? "page" : undefined}
                className="inline-flex min-w-9 items-center justify-center px-2 tap text-ink visited:text-ink no-underline hover:underline aria-[current]:bg-ink aria-[current]:text-on-ink"
              >
                {n}
              </LocalLink>
            </li>
          ),
        )}
      </ul>
      {page < pages ? (
        <LocalLink href={href(page + 1)} rel="next" className="inline-flex items-center tap">
          {t("next")}
        </LocalLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
