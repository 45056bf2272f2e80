"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { formatNumber } from "@/components/format";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import type { DeskView, QueueFilter } from "@/domain/desk-queue";
import { dropView, keepView, liftView } from "../view-actions";

export interface ShownView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly n: number;
  readonly own: boolean;
  readonly shared: boolean;
  readonly current: boolean;
}

/** Queries one keeps: a link with its count each, one's own first, then those a supervisor shared; the present filter is kept under a name. */
export function SavedViews({
  views,
  view,
  filter,
  supervisor,
}: {
  views: readonly ShownView[];
  view: DeskView;
  filter: QueueFilter;
  supervisor: boolean;
}) {
  const t = useTranslations("desk.views");
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const own = views.filter((one) => one.own);
  const narrowed = Object.keys(filter).length > 0;
  const known = views.some((one) => one.current);
  if (views.length === 0 && !narrowed) return null;
  return (
    <div>
      <h2>{t("title")}</h2>
      <ul>
        {views.map((one, i) => (
          <li key={one.id}>
            <LocalLink
              href={one.href}
              aria-current={one.current ? "true" : undefined}
              data-key={i < 9 ? String(i + 1) : undefined}
            >
              <span>
                {one.name}
                {one.shared && !one.own && <span className="sr-only"> {t("sharedBy")}</span>}
              </span>
              <small>{formatNumber(one.n)}</small>
            </LocalLink>
          </li>
        ))}
      </ul>
      {narrowed && !known && (
        <details className="act mt-1" data-key="v">
          <summary className="text-act">{t("keep")}</summary>
          <ActionForm action={keepView} prefix={`${id}keep-`} className="mt-2 grid gap-2">
            {({ field, pending }) => (
              <>
                <input type="hidden" name="view" value={view} />
                <input type="hidden" name="query" value={new URLSearchParams(filter as Record<string, string>).toString()} />
                <TextInput {...field("name")} label={t("name")} maxLength={40} />
                {supervisor && (
                  <label className="flex items-center gap-2">
                    <input type="checkbox" name="shared" value="yes" />
                    {t("share")}
                  </label>
                )}
                <Button busy={pending} kind="plain" className="justify-self-start">
                  {t("save")}
                </Button>
              </>
            )}
          </ActionForm>
        </details>
      )}
      {own.length > 0 && (
        <details className="act mt-1">
          <summary className="text-act">{t("manage")}</summary>
          <ul className="mt-1 grid gap-2">
            {own.map((one, i) => (
              <li key={one.id}>
                <span className="grid! gap-1">
                  <span>
                    {one.name}
                    {one.shared && <span className="ml-2 text-ink-2">{t("sharedMark")}</span>}
                  </span>
                  <span className="flex gap-4">
                    {i > 0 && (
                      <ActionForm action={liftView} prefix={`${id}up${i}-`} className="one-click">
                        {({ pending }) => (
                          <>
                            <input type="hidden" name="id" value={one.id} />
                            <Button busy={pending} kind="link" aria-label={t("upLabel", { name: one.name })}>
                              {t("up")}
                            </Button>
                          </>
                        )}
                      </ActionForm>
                    )}
                    <ActionForm action={dropView} prefix={`${id}drop${i}-`} className="one-click">
                      {({ pending }) => (
                        <>
                          <input type="hidden" name="id" value={one.id} />
                          <Button busy={pending} kind="link" aria-label={t("dropLabel", { name: one.name })}>
                            {t("drop")}
                          </Button>
                        </>
                      )}
                    </ActionForm>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
