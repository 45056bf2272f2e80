import type { Tx } from "@/db/client";
import {
  type Address,
  companyAddresses,
  complainantAddress,
  complainantAddresses,
  roleAddresses,
  userAddress,
} from "@/db/queries/parties";

type OfCompany = Awaited<ReturnType<typeof companyAddresses>>;

/** Where parties are reached. */
export interface AddressBook {
  complainant(tx: Tx, complaintId: string, locale: string): Promise<Address | null>;
  company(tx: Tx, companyId: string): Promise<OfCompany>;
  user(tx: Tx, userId: string): Promise<Address | null>;
  role(tx: Tx, role: string): Promise<Address[]>;
}

/** Asks the database each time. */
export const ASKED_EACH_TIME: AddressBook = {
  complainant: complainantAddress,
  company: companyAddresses,
  user: userAddress,
  role: roleAddresses,
};

/** Remembers, for a run through many cases; complainants are looked up a batch at a time. */
export class RememberedAddresses implements AddressBook {
  private readonly companies = new Map<string, Promise<OfCompany>>();
  private readonly users = new Map<string, Promise<Address | null>>();
  private readonly roles = new Map<string, Promise<Address[]>>();
  private complainants = new Map<string, Omit<Address, "locale"> | null>();

  /** Looks up the complainants of these cases, and forgets those of the batch before. */
  async prepare(tx: Tx, complaintIds: readonly string[]): Promise<void> {
    this.complainants = await complainantAddresses(tx, complaintIds);
  }
  async complainant(tx: Tx, complaintId: string, locale: string): Promise<Address | null> {
    const known = this.complainants.get(complaintId);
    if (known === undefined) return complainantAddress(tx, complaintId, locale);
    return known && { ...known, locale };
  }
  company(tx: Tx, companyId: string): Promise<OfCompany> {
    return remember(this.companies, companyId, () => companyAddresses(tx, companyId));
  }
  user(tx: Tx, userId: string): Promise<Address | null> {
    return remember(this.users, userId, () => userAddress(tx, userId));
  }
  role(tx: Tx, role: string): Promise<Address[]> {
    return remember(this.roles, role, () => roleAddresses(tx, role));
  }
}

/** Asked once; what failed is asked again. */
async function remember<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  let found = known.get(key);
  if (!found) {
    found = ask();
    known.set(key, found);
  }
  try {
    return await found;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}
