"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { IDLE } from "@/components/form-state";
import { solveInBackground } from "@/components/ui/background-work";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useUploads } from "@/components/uploads/upload-provider";
import { submitFiling } from "../file/actions";

/** Submit, with the background work that a flood would have to pay for. It never stops a person: without it one waits a minute. */
export function SubmitForm() {
  const t = useTranslations("file.check");
  const locale = useLocale();
  const [state, run, pending] = useActionState(submitFiling, IDLE);
  const [solution, setSolution] = useState<string | null>(null);
  const { running } = useUploads();

  useEffect(() => {
    const stop = new AbortController();
    void solveInBackground(stop.signal).then((solved) => {
      if (!stop.signal.aborted) setSolution(solved);
    });
    return () => stop.abort();
  }, []);

  const error = state.status === "error" ? state.formError : undefined;
  return (
    <form action={run} className="mt-8 grid gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="solution" value={solution ?? ""} />
      {error && <ErrorSummary key={error} errors={[{ message: error }]} />}
      {running > 0 && <p className="border-l-(length:--double) border-line-2 pl-3.5">{t("filesSending", { count: running })}</p>}
      <p className="text-small text-ink-2">{t("true")}</p>
      <Button big block busy={pending} data-solved={solution === null ? undefined : ""}>
        {pending ? t("submitting") : t("submit")}
      </Button>
      <noscript>
        <p className="text-small">{t("noScript")}</p>
      </noscript>
    </form>
  );
}
