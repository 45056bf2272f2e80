import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextInput } from "@/components/ui/field";
import { pauseReasonsOf } from "@/domain/asked-deadline";
import { CLOCK_NAMES } from "@/domain/clocks";
import { type Asked, type AskedError, PAUSE_ROWS, startDay } from "./read-asked";

/** Which clock, from which day, paused when. A plain form: the answer has an address of its own. */
export function DeadlineForm({ action, asked, errors }: { action: string; asked: Asked; errors: readonly AskedError[] }) {
  const t = useTranslations("deadlines");
  const clocks = useTranslations("clocks");
  const reasons = useTranslations("pauseReasons");
  const errorAt = (id: string) => {
    const found = errors.find((e) => e.id === id);
    return found ? { error: t(`error.${found.message}` as "error.date") } : {};
  };
  const options = [...pauseReasonsOf("acceptance"), ...pauseReasonsOf("decision")].map((value) => ({
    value,
    label: reasons(value),
  }));
  const rows = Array.from({ length: Math.max(PAUSE_ROWS, asked.pauses.length) }, (_, i) => i);
  return (
    <form method="get" action={action} className="grid max-w-[720px] gap-5">
      <ErrorSummary errors={errors.map((e) => ({ id: e.id, message: t(`error.${e.message}` as "error.date") }))} />
      <div className="grid gap-5 min-[640px]:grid-cols-2">
        <Select
          name="clock"
          label={t("clock")}
          defaultValue={asked.clock}
          options={CLOCK_NAMES.map((value) => ({ value, label: clocks(value) }))}
        />
        <TextInput name="start" type="date" label={t("start")} defaultValue={startDay(asked.start)} {...errorAt("start")} />
      </div>
      <details open={asked.pauses.length > 0 || errors.some((e) => e.id !== "start")}>
        <summary>{t("pauses")}</summary>
        <p className="mt-2 max-w-measure text-small text-ink-2">{t("pausesNote")}</p>
        {rows.map((i) => (
          <fieldset key={i} className="mt-4">
            <legend className="text-small text-ink-2">{t("pauseN", { n: i + 1 })}</legend>
            <div className="grid gap-4 min-[640px]:grid-cols-3">
              <TextInput
                name={`from${i}`}
                type="date"
                label={t("from")}
                defaultValue={asked.pauses[i]?.from}
                {...errorAt(`from${i}`)}
              />
              <TextInput name={`to${i}`} type="date" label={t("to")} defaultValue={asked.pauses[i]?.to} {...errorAt(`to${i}`)} />
              <Select
                name={`reason${i}`}
                label={t("reason")}
                empty={t("noReason")}
                defaultValue={asked.pauses[i]?.reason}
                options={options}
              />
            </div>
          </fieldset>
        ))}
      </details>
      <p>
        <Button>{t("count")}</Button>
      </p>
    </form>
  );
}
