"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { KeyCap } from "../../../_components/key-cap";
import { giveBack, sign } from "../ruling-actions";

/** Signing and giving back. `why`: in a sentence why it cannot be signed yet; the button then stays shut. */
export function SignActs({ reference, why, compact = false }: { reference: string; why: string | null; compact?: boolean }) {
  const t = useTranslations("desk.sign");
  return (
    <div className={compact ? "flex flex-wrap gap-2" : "grid gap-2"}>
      <ActionForm action={sign} prefix={`sign${reference}-`} className="contents">
        {({ pending, state }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            {state.status === "ok" && <p role="status">{t("signed", { number: state.result?.number ?? "" })}</p>}
            <Button busy={pending} disabled={why !== null} data-key={compact ? undefined : "g"} className="justify-self-start">
              {t("sign")} {!compact && <KeyCap>G</KeyCap>}
            </Button>
            {why && <p className="text-note text-ink-2">{why}</p>}
          </>
        )}
      </ActionForm>
      <ActDisclosure hotKey={compact ? undefined : "b"} label={t("return")} wide>
        <ActionForm action={giveBack} prefix={`return${reference}-`} className="grid gap-3">
          {({ field, pending }) => (
            <>
              <input type="hidden" name="reference" value={reference} />
              <TextArea {...field("reason")} label={t("reason")} hint={t("reasonHint")} rows={3} />
              <Button busy={pending} className="justify-self-start">
                {t("send")}
              </Button>
            </>
          )}
        </ActionForm>
      </ActDisclosure>
    </div>
  );
}
