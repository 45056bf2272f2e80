import { useTranslations } from "next-intl";
import { LocalLink } from "./local-link";
import { Phrases } from "./phrases";
import { PLACES } from "./places";
import { Wordmark } from "./wordmark";

/** 回, call and echo: the mark. Decoration beside the name, so it has none of its own. */
export function Mark({ className = "size-[34px]" }: { className?: string }) {
  return (
    <svg viewBox="0 0 34 34" aria-hidden="true" className={`flex-none ${className}`}>
      <rect x="1.75" y="1.75" width="30.5" height="30.5" fill="none" stroke="var(--ink)" strokeWidth="3.5" />
      <rect x="10.5" y="10.5" width="13" height="13" fill="var(--seal-fill)" />
    </svg>
  );
}

const SIZES = {
  masthead: { mark: "size-[30px] wide:size-[34px]", name: "text-[1.5rem] wide:text-[1.625rem]", gap: "gap-3" },
  ask: { mark: "size-[26px]", name: "text-[1.25rem]", gap: "gap-3" },
  desk: { mark: "size-6", name: "text-[1.125rem]", gap: "gap-2.5" },
} as const;

/** Mark, name and, where there is room, what the place is. `beside`: words after the name instead of the tagline. */
export function Brand({
  size = "masthead",
  beside,
  href = PLACES.home,
}: {
  size?: keyof typeof SIZES;
  beside?: string;
  href?: string;
}) {
  const t = useTranslations("site");
  const look = SIZES[size];
  return (
    <LocalLink href={href} className={`flex items-center text-ink visited:text-ink no-underline ${look.gap}`}>
      <Mark className={look.mark} />
      <Wordmark className={look.name} />
      {size === "masthead" && (
        <span className="tagline">
          <Phrases text={t("tagline")} />
        </span>
      )}
      {beside && (
        <span className="border-l border-line-2 pl-2.5 text-note leading-none text-ink-2 whitespace-nowrap">{beside}</span>
      )}
    </LocalLink>
  );
}
