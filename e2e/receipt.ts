import type { BrowserContext } from "@playwright/test";
import { sealText } from "@/platform/sealed-text";
import { randomLetters, secretHash } from "@/services/receipt-secret";
import { portalDatabase } from "./fixtures";

/** Makes this browser the holder of a case's receipt, through rows: the case gets a new secret, the browser the cookie that goes with it. */
export async function holdReceipt(context: BrowserContext, reference: string, baseURL: string): Promise<void> {
  const secret = randomLetters(12);
  const sql = portalDatabase();
  try {
    await sql`update complaints set secret_hash = ${secretHash(secret)} where reference = ${reference}`;
  } finally {
    await sql.end();
  }
  const value = `${reference}/${sealText("receipt-cookie", reference, secret)}`;
  await context.addCookies([{ name: "receipt", value, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
}
