"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { IDLE } from "@/components/form-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { resumeDraft } from "../file/actions";
import { forgetTyped } from "./typed";

/** The code, typed or taken from the address; then it goes on by itself, and the address forgets it. */
export function ResumeForm() {
  const t = useTranslations("file.resume");
  const locale = useLocale();
  const [state, run, pending] = useActionState(resumeDraft, IDLE);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const take = () => {
      const code = location.hash.slice(1);
      const input = form.current?.elements.namedItem("code");
      if (!/^[0-9A-Za-z]{20}$/.test(code) || !(input instanceof HTMLInputElement)) return;
      history.replaceState(history.state, "", location.pathname);
      input.value = code;
      form.current?.requestSubmit();
    };
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  const error = state.fieldErrors.code;
  return (
    <form ref={form} action={run} onSubmit={forgetTyped} className="mt-6 grid gap-5">
      <input type="hidden" name="locale" value={locale} />
      {state.status === "error" && (
        <ErrorSummary errors={[state.formError ? { message: state.formError } : { id: "code", message: error ?? "" }]} />
      )}
      <TextInput
        name="code"
        label={t("label")}
        hint={t("hint")}
        {...(error ? { error } : {})}
        defaultValue={typeof state.values.code === "string" ? state.values.code : ""}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button big block busy={pending}>
        {pending ? t("fromLink") : t("go")}
      </Button>
    </form>
  );
}
