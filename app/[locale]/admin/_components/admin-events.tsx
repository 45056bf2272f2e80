import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { ThenList } from "@/components/ui/notice";

interface Event {
  id: string;
  at: Date;
  type: string;
  actorName: string | null;
  personId: string | null;
  subjectName: string | null;
}

/** What administrators did, newest first. `named`: to whom, where the list is about many. */
export function AdminEvents({ events, named = false }: { events: Event[]; named?: boolean }) {
  const t = useTranslations("people.admin");
  const roles = useTranslations("roles");
  const locale = useLocale();
  if (events.length === 0) return <p className="text-ink-2">{t("historyEmpty")}</p>;
  const say = (type: string) => {
    const [kind, from, to] = type.split(":");
    if (kind === "role" && from && to)
      return t("event.role", { from: roles.has(from) ? roles(from) : from, to: roles.has(to) ? roles(to) : to });
    if (kind === "calendar" && from) return `${from} · ${t("event.calendar")}`;
    return t.has(`event.${type}`) ? t(`event.${type}`) : type;
  };
  const items = events.map((event) => ({
    key: event.id,
    when: formatInstant(event.at, locale),
    what: (
      <>
        {event.actorName} <span className="text-ink-2">{say(event.type)}</span>{" "}
        {named &&
          (event.personId ? (
            <LocalLink href={`/admin/people/${event.personId}`}>{event.subjectName}</LocalLink>
          ) : (
            event.subjectName
          ))}
      </>
    ),
  }));
  return <ThenList items={items} ordered />;
}
