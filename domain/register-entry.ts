import { isSector, isSizeClass, type Sector, type SizeClass } from "./company-register";
import { type Day, isDay } from "./day";
import { readEmail } from "./email-address";
import { DomainError } from "./errors";
import { readPhone } from "./phone-number";

/** Longest name of a company or alias, in characters. */
export const COMPANY_NAME_MAX = 100;

/** An entry as it is typed; everything but name, sector and size may be empty. */
export interface EntryTyped {
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly sector: string;
  readonly sizeClass: string;
  readonly serviceEmail: string;
  readonly servicePhone: string;
  /** Day on which the pledge was signed. */
  readonly pledgeSignedOn: string;
}

export interface Entry {
  readonly name: string;
  /** Empty: to be derived. */
  readonly nameHant: string;
  readonly nameEn: string;
  readonly sector: Sector;
  readonly sizeClass: SizeClass;
  readonly serviceEmail: string | null;
  readonly servicePhone: string | null;
  readonly pledgeSignedOn: Day | null;
}

const wrong = (field: string, message: string) => new DomainError("invalid", { field, message });

function name(field: string, typed: string, needed: boolean): string {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (needed && text === "") throw wrong(field, "required");
  if (text.length > COMPANY_NAME_MAX) throw wrong(field, "tooLong");
  return text;
}

/** Reads an entry of the register; throws `invalid` with the first field that is wrong. `today` bounds the pledge. */
export function readEntry(typed: EntryTyped, today: Day): Entry {
  const { sector, sizeClass } = typed;
  const names = {
    name: name("name", typed.name, true),
    nameHant: name("nameHant", typed.nameHant, false),
    nameEn: name("nameEn", typed.nameEn, false),
  };
  if (!isSector(sector)) throw wrong("sector", "required");
  if (!isSizeClass(sizeClass)) throw wrong("sizeClass", "required");
  const serviceEmail = typed.serviceEmail.trim() === "" ? null : readEmail(typed.serviceEmail);
  if (serviceEmail === null && typed.serviceEmail.trim() !== "") throw wrong("serviceEmail", "email");
  const servicePhone = typed.servicePhone.trim() === "" ? null : readPhone(typed.servicePhone);
  if (servicePhone === null && typed.servicePhone.trim() !== "") throw wrong("servicePhone", "phone");
  const pledge = typed.pledgeSignedOn.trim();
  if (pledge !== "" && (!isDay(pledge) || pledge > today)) throw wrong("pledgeSignedOn", "invalid");
  return { ...names, sector, sizeClass, serviceEmail, servicePhone, pledgeSignedOn: pledge === "" ? null : (pledge as Day) };
}

/** Fields of an entry whose changes the history tells one by one. */
export const ENTRY_FIELDS = [
  "name",
  "nameHant",
  "nameEn",
  "sector",
  "sizeClass",
  "serviceEmail",
  "servicePhone",
  "pledgeSignedOn",
] as const;

/** What differs between two states of an entry, as lines of its history. */
export function entryChanges(before: Readonly<Record<(typeof ENTRY_FIELDS)[number], string | null>>, after: typeof before) {
  return ENTRY_FIELDS.filter((field) => (before[field] ?? "") !== (after[field] ?? "")).map((field) => ({
    type: field,
    before: before[field],
    after: after[field],
  }));
}
