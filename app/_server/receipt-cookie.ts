import { cookies } from "next/headers";
import { openText, sealText } from "@/platform/sealed-text";
import { overHttps } from "./auth-cookies";

const NAME = "receipt";
/** Seconds the receipt with its secret can be looked at again, printed and saved. */
const SHOWN_FOR = 1800;

/** Keeps reference and secret for the page that follows, sealed and unreadable to scripts: a secret never stands in an address. */
export async function setReceiptCookie(reference: string, secret: string): Promise<void> {
  (await cookies()).set(NAME, `${reference}/${sealText("receipt-cookie", reference, secret)}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: overHttps(),
    path: "/",
    maxAge: SHOWN_FOR,
  });
}

/** The receipt that is shown on this device; null when there is none, or it was altered. */
export async function shownReceipt(): Promise<{ reference: string; secret: string } | null> {
  const [reference, sealed] = ((await cookies()).get(NAME)?.value ?? "").split("/");
  if (!reference || !sealed) return null;
  try {
    return { reference, secret: openText("receipt-cookie", reference, sealed) };
  } catch {
    return null;
  }
}
