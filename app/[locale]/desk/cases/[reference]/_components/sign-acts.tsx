"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { KeyCap } from "../../../_components/key-cap";
import { giveBack, sign } from "../ruling-actions";

interface Props {
  reference: string;
  /** In a sentence why it cannot be signed yet; the button then stays shut. */
  why: string | null;
}

function SignForm({ reference, why, hotKey }: Props & { hotKey?: string }) {
  const t = useTranslations("desk.sign");
  return (
    <ActionForm action={sign} prefix={`sign${reference}-`} className="grid gap-2">
      {({ pending, state }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          {state.status === "ok" && <p role="status">{t("signed", { number: state.result?.number ?? "" })}</p>}
          <p className="text-note text-ink-2">{why ?? t("meaning")}</p>
          <Button busy={pending} disabled={why !== null} data-key={hotKey} className="justify-self-start">
            {t("sign")} {hotKey && <KeyCap>{hotKey.toUpperCase()}</KeyCap>}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

function ReturnForm({ reference, hotKey }: { reference: string; hotKey?: string }) {
  const t = useTranslations("desk.sign");
  return (
    <ActDisclosure hotKey={hotKey} label={t("return")} wide>
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
  );
}

/** Signing and giving back, on the case. */
export function SignActs(props: Props) {
  return (
    <div className="grid gap-2">
      <SignForm {...props} hotKey="g" />
      <ReturnForm reference={props.reference} hotKey="b" />
    </div>
  );
}

/** The same in a row of the list: signing asks once more, as it publishes at once. */
export function SignInList({ reference, why }: Props) {
  const t = useTranslations("desk.sign");
  return (
    <div className="flex flex-wrap content-start items-start gap-2">
      {why === null && (
        <ActDisclosure label={t("signHere")} primary wide>
          <SignForm reference={reference} why={why} />
        </ActDisclosure>
      )}
      <ReturnForm reference={reference} />
    </div>
  );
}
