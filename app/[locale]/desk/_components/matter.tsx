import { useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/date-text";
import { isSituationId } from "@/domain/situations";

/** What of a case names it. */
export interface MatterFacts {
  readonly situations: readonly string[];
  readonly priorityGroup: string | null;
  readonly waitSeconds: number | null;
  readonly humanRequests: number | null;
  readonly menuDepth: number | null;
  readonly sameReplyRepeated: number | null;
  readonly narrative: string | null;
}

/** Characters of a person's own words that stand for a case nothing else names. */
const QUOTED = 24;

/**
 * What a case is about, in a line made from the chosen situations and the weightiest fact; in the person's own first words where they chose
 * none. `most`: situations at most.
 */
export function useMatter(): (facts: MatterFacts, most?: number) => string {
  const t = useTranslations("desk.matter");
  const priority = useTranslations("desk.priority");
  const situation = useTranslations("situations");
  const duration = useDuration();
  return (facts, most = 1) => {
    const named = facts.situations.filter((id) => isSituationId(id) && id !== "other").slice(0, most);
    const titles = named.map((id) => situation(`${id}.title` as "long_queue.title"));
    const words = facts.narrative?.replace(/\s+/g, " ").trim() ?? "";
    const quote =
      words === ""
        ? t("untold")
        : t("quote", { words: [...words].slice(0, QUOTED).join("") + ([...words].length > QUOTED ? "…" : "") });
    const fact = facts.waitSeconds
      ? t("wait", { time: duration(facts.waitSeconds) })
      : facts.humanRequests
        ? t("requests", { n: facts.humanRequests })
        : facts.sameReplyRepeated
          ? t("same", { n: facts.sameReplyRepeated })
          : facts.menuDepth
            ? t("menu", { n: facts.menuDepth })
            : null;
    const who = facts.priorityGroup === "senior" || facts.priorityGroup === "disabled" ? priority(facts.priorityGroup) : null;
    return [who, ...(titles.length > 0 ? titles : [quote]), fact].filter(Boolean).join(t("comma"));
  };
}

/** The line as an element, for lists. */
export function Matter({ facts, most }: { facts: MatterFacts; most?: number }) {
  return <>{useMatter()(facts, most)}</>;
}
