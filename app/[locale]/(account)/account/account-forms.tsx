"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RecoveryCodes } from "../_components/recovery-codes";
import { changeCalendar, changeOwnPassword, endSessions, eraseOwnAccount, makeRecoveryCodes, saveDetails } from "./actions";

/** How one is called, and the language of letters. */
export function DetailsForm({
  name,
  locale,
  languages,
}: {
  name: string;
  locale: string;
  languages: { value: string; label: string }[];
}) {
  const t = useTranslations("people.account");
  return (
    <ActionForm action={saveDetails} prefix="details-" className="grid max-w-phone gap-5">
      {({ state, pending, field, select }) => {
        const { key, ...language } = select("language", locale);
        return (
          <>
            {state.status === "ok" && <Notice live>{t("saved")}</Notice>}
            <TextInput {...field("name", name)} label={t("name")} autoComplete="name" />
            <Select key={key} {...language} label={t("language")} options={languages} />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("save")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

export interface SessionLine {
  id: string;
  device: string;
  since: string;
  seen: string;
  here: boolean;
}

/** Every place one is signed in, each with its way out. */
export function SessionsForm({ sessions }: { sessions: SessionLine[] }) {
  const t = useTranslations("people.account");
  return (
    <ActionForm action={endSessions} prefix="session-" className="grid gap-4">
      {({ state, pending }) => (
        <>
          {state.status === "ok" && <Notice live>{t("ended", { count: Number(state.result?.count ?? 0) })}</Notice>}
          <ul>
            {sessions.map((line) => (
              <li key={line.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-5 py-3 hair-b first:pt-0">
                <span>
                  <b className="font-medium">{line.device}</b>
                  {line.here && <span className="ml-2 border border-ink px-1 text-note">{t("thisOne")}</span>}
                  <span className="flex flex-wrap gap-x-4 text-small text-ink-2">
                    <span>{line.since}</span>
                    <span>{line.seen}</span>
                  </span>
                </span>
                {!line.here && (
                  <Button kind="link" name="session" value={line.id} busy={pending}>
                    {t("end")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <Button kind="plain" name="session" value="others" busy={pending} className="justify-self-start">
              {t("endOthers")}
            </Button>
          )}
        </>
      )}
    </ActionForm>
  );
}

/** The present password, and a new one. */
export function PasswordChangeForm() {
  const t = useTranslations("people.account");
  return (
    <ActionForm
      action={changeOwnPassword}
      prefix="password-"
      labels={{ current: t("current"), next: t("next") }}
      className="grid max-w-phone gap-5"
    >
      {({ state, pending, field }) => (
        <>
          {state.status === "ok" && <Notice live>{t("changed")}</Notice>}
          <TextInput {...field("current")} label={t("current")} type="password" autoComplete="current-password" />
          <TextInput {...field("next")} label={t("next")} hint={t("nextHint")} type="password" autoComplete="new-password" />
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("change")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** A new set of recovery codes against the password; they stand in the answer and nowhere else. */
export function RecoveryCodesForm() {
  const t = useTranslations("people.account");
  return (
    <ActionForm action={makeRecoveryCodes} prefix="codes-" className="grid max-w-phone gap-5">
      {({ state, pending, field }) =>
        state.status === "ok" ? (
          <div role="status" className="grid gap-3">
            <p>{t("codesSaved")}</p>
            <RecoveryCodes codes={(state.result?.codes ?? "").split(" ")} label={t("codes")} />
          </div>
        ) : (
          <>
            <TextInput {...field("password")} label={t("current")} type="password" autoComplete="current-password" />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("codesNew")}
            </Button>
            <p className="text-small text-ink-2">{t("codesNewHint")}</p>
          </>
        )
      }
    </ActionForm>
  );
}

/** The secret address of one's due dates: made, made anew, stopped. It is told once. */
export function CalendarForm({ since }: { since: string | null }) {
  const t = useTranslations("people.account");
  return (
    <ActionForm action={changeCalendar} prefix="calendar-" className="grid gap-4">
      {({ state, pending }) => (
        <>
          {state.result?.address ? (
            <div role="status" className="grid gap-1">
              <p className="text-small text-ink-2">{t("calendarAddress")}</p>
              <p className="wrap-anywhere border border-line p-3 font-medium">{state.result.address}</p>
            </div>
          ) : (
            <>
              {state.status === "ok" && <Notice live>{t("calendarStopped")}</Notice>}
              {since && <p>{since}</p>}
            </>
          )}
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <Button kind="plain" name="what" value="share" busy={pending}>
              {t(since ? "calendarRenew" : "calendarGo")}
            </Button>
            {since && (
              <Button kind="link" name="what" value="stop" busy={pending}>
                {t("calendarStop")}
              </Button>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** Erasing an account with its complaints: said twice, as nothing can be brought back. */
export function EraseAccountForm() {
  const t = useTranslations("people.account");
  return (
    <ActionForm action={eraseOwnAccount} prefix="erase-">
      {({ pending, state }) =>
        state.status === "ok" ? (
          <Notice live>{t("erased")}</Notice>
        ) : (
          <details open={state.status === "error"}>
            <summary className="py-2 text-act">{t("eraseOpen")}</summary>
            <div className="mt-3 grid gap-4 border-l-(length:--double) border-line-2 pl-4">
              <p className="max-w-measure">{t("eraseMeans")}</p>
              <Tick name="sure" value="yes" id="erase-sure" label={t("eraseSure")} error={state.fieldErrors.sure} />
              <Button kind="plain" busy={pending} className="justify-self-start">
                {t("eraseGo")}
              </Button>
            </div>
          </details>
        )
      }
    </ActionForm>
  );
}
