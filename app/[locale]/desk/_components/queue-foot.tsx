"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { KeyCap } from "./key-cap";
import { QUEUE_FORM, useKeeper } from "./queue-keeper";

interface Props {
  officers: { id: string; name: string }[];
  /** Only officers accept; only officers take a case themselves. */
  officer: { id: string } | null;
  /** The keys, while nothing is chosen. */
  keys: ReactNode;
  after: ReactNode;
}

/** Gives the chosen cases to someone. */
function GiveTo({ officers }: { officers: Props["officers"] }) {
  const t = useTranslations("desk.bulk");
  const keeper = useKeeper();
  const [to, setTo] = useState("");
  return (
    <span className="inline-flex items-center gap-1.5">
      <select
        aria-label={t("to")}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        className="input w-auto pr-9"
        form={QUEUE_FORM}
        name="officerId"
      >
        <option value="">{t("to")}</option>
        {officers.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <Button type="button" kind="plain" disabled={to === ""} onClick={() => keeper.act("assign", undefined, to)}>
        {t("give")}
      </Button>
    </span>
  );
}

/** Foot of the queue: acts on what is chosen, else the keys; what was last done is read out. */
export function QueueFoot({ officers, officer, keys, after }: Props) {
  const t = useTranslations("desk");
  const keeper = useKeeper();
  const n = keeper.chosen.size;
  const told = keeper.state.formError ?? keeper.told ?? "";
  const said = told || (keeper.state.result?.told ?? "");
  return (
    <div className="sticky bottom-0 z-5">
      <p
        role="status"
        className={said ? "border-t border-ink bg-paper px-5 py-2 text-small font-medium" : "sr-only"}
        data-bad={keeper.state.formError ? "" : undefined}
      >
        {said}{" "}
        {said && keeper.takeBack && (
          <Button type="button" kind="link" data-key="z" busy={keeper.pending} onClick={keeper.takeBack}>
            {t("bulk.undo")} <KeyCap>Z</KeyCap>
          </Button>
        )}
      </p>
      {n > 0 ? (
        <section className="keys no-print" aria-label={t("bulk.title")} data-keys-first="">
          <b className="font-medium text-ink">{t("queue.chosen", { n })}</b>
          {officer && (
            <>
              <Button type="button" data-key="a" busy={keeper.pending} onClick={() => keeper.act("accept")}>
                {t("bulk.accept")} <KeyCap>A</KeyCap>
              </Button>
              <Button
                type="button"
                kind="plain"
                data-key="m"
                busy={keeper.pending}
                onClick={() => keeper.act("assign", undefined, officer.id)}
              >
                {t("bulk.mine")} <KeyCap>M</KeyCap>
              </Button>
            </>
          )}
          <GiveTo officers={officers} />
          <Button type="button" kind="link" onClick={keeper.clear}>
            {t("bulk.clear")}
          </Button>
          <span className="ml-auto">{after}</span>
        </section>
      ) : (
        keys
      )}
      {officer && (
        <noscript>
          <button type="submit" form={QUEUE_FORM} name="act" value="accept" className="btn">
            {t("bulk.accept")}
          </button>
        </noscript>
      )}
    </div>
  );
}
