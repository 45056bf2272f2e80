"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form-state";
import { Button, LinkButton } from "@/components/ui/button";
import { askForSupplement, declineCase } from "../actions";
import { DeclineForm, SupplementForm } from "./decide-forms";
import { KeyCap } from "./key-cap";
import { useKeeper } from "./queue-keeper";

interface Props {
  reference: string;
  /** What this person may do with it by the table of the procedure. */
  may: readonly string[];
  officerId: string | null;
}

/** Acts in the opened row, each with its key; the forms of one request and of declining open here too. */
export function QueueActs({ reference, may, officerId }: Props) {
  const t = useTranslations("desk");
  const keeper = useKeeper();
  const short = reference.slice(5);
  const settle =
    (action: typeof declineCase, words: string) =>
    async (previous: FormState, data: FormData): Promise<FormState> => {
      const next = await action(previous, data);
      if (next.status === "ok") keeper.settled(reference, words);
      return next;
    };
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2">
      {may.includes("accept") && (
        <Button type="button" data-key="a" busy={keeper.pending} onClick={() => keeper.act("accept", reference)}>
          {t("bulk.accept")} <KeyCap>A</KeyCap>
        </Button>
      )}
      {may.includes("request_supplement") && (
        <SupplementForm
          reference={reference}
          prefix={`q${short}-`}
          action={settle(askForSupplement, t("act.supplement.done", { reference: short }))}
        />
      )}
      {may.includes("decline") && (
        <DeclineForm
          reference={reference}
          prefix={`q${short}-`}
          action={settle(declineCase, t("act.decline.done", { reference: short }))}
        />
      )}
      {may.includes("assign") && officerId && (
        <Button
          type="button"
          kind="plain"
          data-key="m"
          busy={keeper.pending}
          onClick={() => keeper.act("assign", reference, officerId)}
        >
          {t("bulk.mine")} <KeyCap>M</KeyCap>
        </Button>
      )}
      <LinkButton kind="plain" href={`/desk/cases/${reference}`}>
        {t("act.open")} <KeyCap>{t("queue.keys.enter")}</KeyCap>
      </LinkButton>
    </div>
  );
}
