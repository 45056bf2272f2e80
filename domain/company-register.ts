/** Sectors of the register. */
export const SECTORS = [
  "retail",
  "food_delivery",
  "travel",
  "telecom",
  "banking",
  "insurance",
  "logistics",
  "education",
] as const;
export type Sector = (typeof SECTORS)[number];

export const SIZE_CLASSES = ["micro", "small", "medium", "large", "giant"] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/**
 * Service contacts of 12 months taken for a company that declares none, by size class (ours; RULES §6: the proxy comes from the register,
 * never from complaints).
 */
export const PROXY_CONTACTS: Readonly<Record<SizeClass, number>> = {
  micro: 20_000,
  small: 100_000,
  medium: 500_000,
  large: 3_000_000,
  giant: 12_000_000,
};

export function isSector(value: string): value is Sector {
  return (SECTORS as readonly string[]).includes(value);
}

export function isSizeClass(value: string): value is SizeClass {
  return (SIZE_CLASSES as readonly string[]).includes(value);
}

/** The name of a company in the reader's language. */
export function nameIn(
  company: { readonly name: string; readonly nameHant: string; readonly nameEn: string },
  locale: string,
): string {
  if (locale === "en") return company.nameEn;
  return locale === "zh-Hant" ? company.nameHant : company.name;
}
