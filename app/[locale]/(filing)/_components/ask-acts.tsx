"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { STEP_FORM } from "./step-form";

/**
 * The first button of the page's form, so that the Enter key goes on and does not store: it stands before "save for later", which is above
 * the form. Not to be seen or reached.
 */
export function EnterGoesOn() {
  return <button type="submit" form={STEP_FORM} name="go" value="next" tabIndex={-1} aria-hidden="true" className="sr-only" />;
}

/** 存好，以后再填: keeps what stands in the form, then shows how to come back. */
export function KeepButton() {
  const t = useTranslations("file");
  return (
    <Button kind="link" form={STEP_FORM} name="go" value="keep" formNoValidate>
      {t("kept")}
    </Button>
  );
}
