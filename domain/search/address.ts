import { FACETS, type Facet, type Filters } from "./columns";

/** What one looks for, as the address says it: everything, so that it can be sent, kept and gone back to. */
export interface Asked {
  readonly words: string;
  readonly filters: Filters;
  readonly order: "relevance" | "date";
  readonly page: number;
}

export type Search = Record<string, string | string[] | undefined>;
const MOST_VALUES = 8;
const DEEPEST_PAGE = 5_000;

const all = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : value ? [value] : []).map((v) => v.trim().slice(0, 80)).filter((v) => v !== "");

export function readAddress(search: Search): Asked {
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(all(search[facet]))].slice(0, MOST_VALUES);
    if (values.length > 0) filters[facet] = values;
  }
  const page = Number(all(search.page)[0]);
  const asked = Array.isArray(search.q) ? search.q[0] : search.q;
  return {
    words: (asked ?? "").slice(0, 120).trim(),
    filters,
    order: all(search.order)[0] === "date" ? "date" : "relevance",
    page: Number.isInteger(page) && page > 0 ? Math.min(page, DEEPEST_PAGE) : 1,
  };
}

/** The address of a search; always in the same order, so that the same search has one address. */
export function searchHref(asked: Asked, change: Partial<Asked> = {}): string {
  const { words, filters, order, page } = { ...asked, page: 1, ...change };
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const facet of FACETS) for (const value of filters[facet] ?? []) query.append(facet, value);
  if (order === "date" && words) query.set("order", "date");
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "/rulings" : `/rulings?${text}`;
}

/** Chooses a value of a facet alone, or takes it back. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const { [facet]: chosen = [], ...rest } = filters;
  return chosen.includes(value) && chosen.length === 1 ? rest : { ...rest, [facet]: [value] };
}

export function without(filters: Filters, facet: Facet, value: string): Filters {
  const { [facet]: chosen = [], ...rest } = filters;
  const left = chosen.filter((v) => v !== value);
  return left.length > 0 ? { ...rest, [facet]: left } : rest;
}
