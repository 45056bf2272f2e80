"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { solveInBackground } from "@/components/ui/background-work";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { askToFollow, confirmByMail, stopByMail } from "./actions";

/** An address, and what it wants to hear of; while it is typed the browser works at what a flood would have to pay for. */
export function FollowForm({ kind, target }: { kind: string; target: string }) {
  const t = useTranslations("follow");
  const [solution, setSolution] = useState("");
  useEffect(() => {
    const stop = new AbortController();
    void solveInBackground(stop.signal, "follow").then((solved) => {
      if (!stop.signal.aborted) setSolution(solved);
    });
    return () => stop.abort();
  }, []);
  return (
    <ActionForm action={askToFollow}>
      {({ field, pending, state }) =>
        state.status === "ok" ? (
          <p role="status" className="text-lead">
            {t("look")}
          </p>
        ) : (
          <>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="target" value={target} />
            <input type="hidden" name="solution" value={solution} />
            <TextInput
              {...field("email")}
              type="email"
              label={t("email")}
              hint={t("emailHint")}
              autoComplete="email"
              inputMode="email"
            />
            <Button busy={pending}>{t("ask")}</Button>
          </>
        )
      }
    </ActionForm>
  );
}

/** Confirms from the letter: a press of a button, because mail services open links by themselves. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("follow");
  return (
    <ActionForm action={confirmByMail}>
      {({ pending }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Button busy={pending}>{t("confirm")}</Button>
        </>
      )}
    </ActionForm>
  );
}

/** Stops, with one press and no sign-in. */
export function StopForm({
  token,
  label,
  plain = false,
  prefix,
}: {
  token: string;
  label: string;
  plain?: boolean;
  prefix?: string;
}) {
  const t = useTranslations("follow");
  return (
    <ActionForm action={stopByMail} {...(prefix ? { prefix } : {})}>
      {({ pending, state }) =>
        state.status === "ok" ? (
          <p role="status" className="text-lead">
            {t("stopped")}
          </p>
        ) : (
          <>
            <input type="hidden" name="token" value={token} />
            <Button busy={pending} {...(plain ? { kind: "plain" as const } : {})}>
              {label}
            </Button>
          </>
        )
      }
    </ActionForm>
  );
}
