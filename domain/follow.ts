import { isClauseId } from "./clauses";
import { DomainError } from "./errors";
import { readAddress, searchHref } from "./search/address";

/** What can be followed by mail: every ruling, a company's, a clause's, or those that a saved search finds. */
export const FOLLOW_KINDS = ["all", "company", "clause", "search"] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

export interface FollowTarget {
  readonly kind: FollowKind;
  /** Slug, clause, or the query of a saved search as its address has it; empty for all. */
  readonly target: string;
}

/** Hours in which a follow must be confirmed from the mail. */
export const FOLLOW_CONFIRM_HOURS = 48;
/** Follows one address may hold; more would make one letter unreadable. */
export const MOST_FOLLOWS = 30;
/** Pieces of news a letter names for each follow; the rest is counted and linked. */
export const MOST_IN_LETTER = 20;
const LONGEST_TARGET = 600;

/** What is to be followed, in the one form in which it is kept: two ways to write the same search are the same follow. Throws `invalid`. */
export function readFollow(kind: string, target: string): FollowTarget {
  const wrong = new DomainError("invalid", { field: "target" });
  if (target.length > LONGEST_TARGET) throw wrong;
  switch (kind) {
    case "all":
      return { kind, target: "" };
    case "company":
      if (!/^[a-z0-9-]{1,80}$/.test(target)) throw wrong;
      return { kind, target };
    case "clause":
      if (!isClauseId(target)) throw wrong;
      return { kind, target };
    case "search": {
      const canonical = searchOf(target);
      return canonical === "" ? { kind: "all", target: "" } : { kind, target: canonical };
    }
    default:
      throw wrong;
  }
}

function searchOf(query: string): string {
  const params = new URLSearchParams(query);
  const all = Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));
  const asked = readAddress(all);
  const [, rest = ""] = searchHref({ ...asked, order: "relevance", page: 1 }).split("?");
  return rest;
}

/** What a kept search looks for. */
export function followedSearch(target: string) {
  const params = new URLSearchParams(target);
  return readAddress(Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)])));
}

/** The page that shows what is followed, without the language. */
export function followedPlace({ kind, target }: FollowTarget): string {
  if (kind === "company") return `/companies/${target}`;
  if (kind === "clause") return `/standard/${target}`;
  return target === "" ? "/rulings" : `/rulings?${target}`;
}
