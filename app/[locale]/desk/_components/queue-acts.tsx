"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form-state";
import { Button, LinkButton } from "@/components/ui/button";
import { askForSupplement, declineCase } from "../actions";
import { DeclineForm, SupplementForm } from "./decide-forms";
import { KeyCap } from "./key-cap";
import type { RowAct } from "./queue-columns";
import { useKeeper } from "./queue-keeper";

interface Props {
  reference: string;
  acts: readonly RowAct[];
}

/** Acts in the opened row, each with its key; the forms of one request and of declining open here too. */
export function QueueActs({ reference, acts }: Props) {
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
      {acts.includes("accept") && (
        <Button type="button" data-key="a" busy={keeper.pending} onClick={() => keeper.act("accept", reference)}>
          {t("bulk.accept")} <KeyCap>A</KeyCap>
        </Button>
      )}
      {acts.includes("request_supplement") && (
        <SupplementForm
          reference={reference}
          prefix={`q${short}-`}
          action={settle(askForSupplement, t("act.supplement.done", { reference: short }))}
        />
      )}
      {acts.includes("decline") && (
        <DeclineForm
          reference={reference}
          prefix={`q${short}-`}
          action={settle(declineCase, t("act.decline.done", { reference: short }))}
        />
      )}
      {acts.includes("assign") && (
        <Button
          type="button"
          kind="plain"
          data-key="m"
          busy={keeper.pending}
          onClick={() => keeper.act("assign", reference, keeper.me)}
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
