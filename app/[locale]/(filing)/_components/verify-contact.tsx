"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { confirmContact, sendCodeAgain } from "../receipt/actions";

interface Props {
  readonly reference: string;
  /** Where the digits went, masked; null when only a postal address is known. */
  readonly to: { kind: "mail" | "sms"; words: string } | null;
  readonly verified: boolean;
}

/** Proves that the address or number is one's own: what a lost secret is replaced through. */
export function VerifyContact({ reference, to, verified }: Props) {
  const t = useTranslations("receipt");
  if (verified)
    return (
      <p className="no-print mt-6">
        <span className="hui mr-2" />
        {t("verified")}
      </p>
    );
  if (!to) return <p className="mt-6 text-small text-ink-2">{t("postalOnly")}</p>;
  return (
    <section className="no-print mt-10 rule-t pt-4">
      <h2 className="text-h3">{t("verifyTitle")}</h2>
      <p className="mt-1 text-small text-ink-2">{t(to.kind === "mail" ? "verifyMail" : "verifySms", { to: to.words })}</p>
      <ActionForm action={confirmContact} className="mt-3 grid gap-3">
        {({ field, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <TextInput
              {...field("code")}
              label={t("verifyLabel")}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              className="max-w-phone"
              beside={
                <Button kind="plain" busy={pending}>
                  {t("verifyGo")}
                </Button>
              }
            />
          </>
        )}
      </ActionForm>
      <ActionForm action={sendCodeAgain} prefix="again-" className="mt-2 text-small">
        {({ pending, state }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <Button kind="link" busy={pending}>
              {t("verifyAgain")}
            </Button>
            <span role="status" className="ml-3">
              {state.status === "ok" ? t("verifyResent") : ""}
            </span>
          </>
        )}
      </ActionForm>
    </section>
  );
}
