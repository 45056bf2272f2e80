"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { enterWithLink } from "../../actions";

/** The one button of a mail link. */
export function LinkForm({ token, next }: { token: string; next: string | undefined }) {
  const t = useTranslations("people.link");
  return (
    <ActionForm action={enterWithLink}>
      {({ pending }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next ?? ""} />
          <Button big busy={pending} className="justify-self-start">
            {t("enter")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
