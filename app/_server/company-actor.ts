import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { servicesById } from "@/db/queries/services";
import type { Actor } from "@/domain/actors";
import { openText, sealText } from "@/platform/sealed-text";
import { overHttps } from "./auth-cookies";
import { currentActor } from "./session";

const NAME = "service";
/** Seconds: as long as a case of the longest course may need its company. */
const KEPT_FOR = 180 * 24 * 60 * 60;
/** Cases one device holds by link; the oldest make room. */
const MOST = 20;

async function heldServices(): Promise<string[]> {
  const sealed = (await cookies()).get(NAME)?.value;
  if (!sealed) return [];
  try {
    return openText("service-cookie", NAME, sealed).split(" ").slice(0, MOST);
  } catch {
    return [];
  }
}

/** Keeps on this device, sealed and unreadable to scripts, that a one-time link was opened here. */
export async function holdService(serviceId: string): Promise<void> {
  const held = [serviceId, ...(await heldServices()).filter((id) => id !== serviceId)].slice(0, MOST);
  (await cookies()).set(NAME, sealText("service-cookie", NAME, held.join(" ")), {
    httpOnly: true,
    sameSite: "lax",
    secure: overHttps(),
    path: "/",
    maxAge: KEPT_FOR,
  });
}

/** The cases this device acts in by a one-time link; asked of the database once a request. */
export const heldLinks = cache(async () => (await servicesById(db(), await heldServices())).filter((s) => s.openedAt !== null));

const actorOf = (link: { companyId: string; complaintId: string }): Actor => ({
  role: "company",
  companyId: link.companyId,
  complaintId: link.complaintId,
});

export async function linkActors(): Promise<Actor[]> {
  return (await heldLinks()).map(actorOf);
}

/** Who acts for a company: its account, or the holder of a one-time link, who acts in that one case; null: neither. */
export async function companyActor(reference?: string): Promise<Actor | null> {
  const [actor, links] = await Promise.all([currentActor(), heldLinks()]);
  const link = links.find((l) => l.reference === reference);
  if (actor?.role === "company" && (!link || link.companyId === actor.companyId)) return actor;
  return link ? actorOf(link) : null;
}
