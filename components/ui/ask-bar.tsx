import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { SkipLink } from "./masthead";
import { SizeSwitch } from "./size-switch";

/** Head of the filing pages: the name, large type, and a way to stop and come back. `aside`: a link or a form with a link-button. */
export function AskBar({ aside, notice }: { aside?: ReactNode; notice?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <header>
      <SkipLink />
      {notice}
      <div className="mx-auto flex max-w-[calc(640px+2*var(--gutter))] flex-wrap items-center justify-between gap-x-5 gap-y-1 px-(--gutter)">
        <div className="flex w-full flex-wrap items-center justify-between gap-x-5 gap-y-1 py-3 text-small hair-b">
          <Brand size="ask" />
          <div className="flex flex-wrap items-baseline gap-x-5">
            <SizeSwitch
              label={t("largeType")}
              className="inline-block py-1 text-ink-2 no-underline hover:underline aria-pressed:font-bold"
            />
            {aside}
          </div>
        </div>
      </div>
    </header>
  );
}

/** How far one is: 第2步，共8步. `step` counts from 1. */
export function Steps({ step, of }: { step: number; of: number }) {
  const t = useTranslations("ui");
  return (
    <div className="mt-5 mb-3 flex items-center gap-3 text-small text-ink-2">
      <div aria-hidden="true" className="flex items-center gap-1">
        {Array.from({ length: of }, (_, index) => index + 1).map((n) => (
          <i key={n} className={`w-4 ${n === step ? "h-2 bg-ink" : n < step ? "h-1 bg-ink" : "h-1 bg-line"}`} />
        ))}
      </div>
      <span>{t("steps", { step, of })}</span>
    </div>
  );
}
