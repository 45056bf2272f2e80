"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { beginAgain } from "../file/actions";
import { forgetTyped } from "./typed";

/** Throwing a draft away asks once more, in place. */
export function BeginAgain() {
  const t = useTranslations("file.start");
  return (
    <details className="text-center">
      <summary className="text-act">{t("again")}</summary>
      <div className="mt-3 grid justify-items-center gap-3 border-l-(length:--double) border-line-2 py-1 pl-3.5">
        <p className="text-small">{t("againSure")}</p>
        <ActionForm action={beginAgain} className="">
          {({ pending }) => (
            <Button kind="plain" busy={pending} onClick={forgetTyped}>
              {t("again")}
            </Button>
          )}
        </ActionForm>
      </div>
    </details>
  );
}
