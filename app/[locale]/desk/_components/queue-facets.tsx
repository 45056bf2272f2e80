import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/format";
import { type FacetGroup, Facets } from "@/components/ui/facets";
import { CHANNELS } from "@/domain/case-events";
import { clauseKey } from "@/domain/clauses";
import { nameIn, SECTORS } from "@/domain/company-register";
import type { FacetCount } from "@/domain/desk/ask";
import {
  DEADLINE_GROUPS,
  type DeskView,
  QUEUE_EVIDENCE,
  QUEUE_FACETS,
  QUEUE_GROUPS,
  type QueueFacet,
  type QueueFilter,
} from "@/domain/desk-queue";
import { STATES } from "@/domain/procedure";
import { WAITS } from "@/domain/waiting";

export const pathOf = (view: DeskView) => (view === "team" ? "/desk" : `/desk/${view}`);

/** The address of a view narrowed; without a place in the queue, so that it begins at the top. */
export function queueHref(
  view: DeskView,
  filter: QueueFilter,
  change: Partial<Record<QueueFacet | "q" | "after", string | undefined>> = {},
) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, ...change })) if (value) query.set(key, value);
  const text = query.toString();
  return text === "" ? pathOf(view) : `${pathOf(view)}?${text}`;
}

const ORDERS: Partial<Record<QueueFacet, readonly string[]>> = {
  deadline: DEADLINE_GROUPS,
  wait: WAITS,
  evidence: QUEUE_EVIDENCE,
  state: STATES,
  sector: SECTORS,
  channel: CHANNELS,
  group: QUEUE_GROUPS,
};

interface Props {
  /** Saved views, above what narrows. */
  views: ReactNode;
  view: DeskView;
  filter: QueueFilter;
  counts: readonly FacetCount[];
  companyNames: ReadonlyMap<string, { name: string; nameHant: string; nameEn: string }>;
  officerNames: ReadonlyMap<string, string>;
}

/** What narrows the queue, each value with how many cases one would get; a chosen value leads back to all. */
export function QueueFacets({ views, view, filter, counts, companyNames, officerNames }: Props) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const clauses = useTranslations("clauses");
  const states = useTranslations("ui.state");
  const sectors = useTranslations("sectors");
  const channels = useTranslations("channels");
  const priority = useTranslations("desk.queue.priority");
  const nameOf: Record<QueueFacet, (value: string) => string> = {
    deadline: (value) => t(`queue.group.${value as (typeof DEADLINE_GROUPS)[number]}`),
    wait: (value) => t(`wait.${value as (typeof WAITS)[number]}`),
    clause: (value) => `${value} ${clauses(`${clauseKey(value)}.title` as "A1_1.title")}`,
    evidence: (value) => t(`evidence.${value as (typeof QUEUE_EVIDENCE)[number]}`),
    officer: (value) => (value === "none" ? t("nobody") : (officerNames.get(value) ?? value)),
    state: (value) => states(value as (typeof STATES)[number]),
    company: (value) => {
      const company = companyNames.get(value);
      return value === "none" ? t("unbound") : company ? nameIn(company, locale) : value;
    },
    sector: (value) => (value === "none" ? t("unbound") : sectors(value as (typeof SECTORS)[number])),
    channel: (value) => channels(value as (typeof CHANNELS)[number]),
    group: (value) => priority(value as (typeof QUEUE_GROUPS)[number]),
  };
  const hasNone: readonly QueueFacet[] = ["officer", "company", "evidence"];
  const groups: FacetGroup[] = QUEUE_FACETS.flatMap((facet) => {
    const order = ORDERS[facet];
    const own = counts
      .filter((c) => c.facet === facet && (c.value !== null || hasNone.includes(facet)))
      .map((c) => ({ value: c.value ?? "none", n: c.n }))
      .sort((a, b) => (order ? order.indexOf(a.value) - order.indexOf(b.value) : b.n - a.n));
    const chosen = filter[facet];
    // A choice that leaves nothing still stands there, to be taken back.
    const top = chosen && !own.some((c) => c.value === chosen) ? [...own, { value: chosen, n: 0 }] : own;
    if (top.length === 0 || (top.length === 1 && !chosen && facet !== "group")) return [];
    const total = facet === "deadline" ? counts.reduce((sum, c) => sum + (c.facet === facet ? c.n : 0), 0) : null;
    return [
      {
        key: facet,
        title: t(`queue.facet.${facet}`),
        links: [
          ...top.map(({ value, n }) => ({
            href: queueHref(view, filter, { [facet]: filter[facet] === value ? undefined : value }),
            label: nameOf[facet](value),
            count: formatNumber(n),
            current: filter[facet] === value,
          })),
          ...(total === null
            ? []
            : [
                {
                  href: queueHref(view, filter, { [facet]: undefined }),
                  label: t("queue.any"),
                  count: formatNumber(total),
                  current: filter[facet] === undefined,
                },
              ]),
        ],
      },
    ];
  });
  return <Facets label={t("queue.facets")} groups={groups} above={views} />;
}
