import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Foot of the desk: every act with its key. `before`: how many are chosen. `after`: what was saved, what was done. */
export function KeysBar({
  keys,
  before,
  after,
}: {
  keys: { key: string; keys: ReactNode[]; words: ReactNode }[];
  before?: ReactNode;
  after?: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <footer className="keys no-print">
      {before && <b className="font-medium text-ink">{before}</b>}
      <ul aria-label={t("keys")}>
        {keys.map(({ key, keys: caps, words }) => (
          <li key={key} className="inline-flex items-center gap-1.5">
            {caps.map((cap, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: caps of one act, fixed
              <kbd key={index}>{cap}</kbd>
            ))}
            {words}
          </li>
        ))}
      </ul>
      {after && <span className="ml-auto inline-flex items-center gap-1.5">{after}</span>}
    </footer>
  );
}
