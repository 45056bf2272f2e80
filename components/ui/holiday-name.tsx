import { useTranslations } from "next-intl";
import { holidayKey } from "@/domain/calendar-seed";

/** A holiday as the calendar names it, in the reader's language; a name typed in by hand stays as it is. */
export function useHolidayName(): (name: string, short?: boolean) => string {
  const full = useTranslations("holidays");
  const ui = useTranslations("ui.holiday");
  return (name, short = false) => {
    const key = holidayKey(name);
    if (!key) return name;
    return short ? ui(key) : full(key);
  };
}

/** `words`: the name alone, or the name and that it is a day off. */
export function HolidayName({ name, words = "name" }: { name: string; words?: "name" | "off" }) {
  const say = useHolidayName();
  const t = useTranslations("ui.day");
  return <>{words === "off" ? t("holiday", { name: say(name) }) : say(name)}</>;
}
