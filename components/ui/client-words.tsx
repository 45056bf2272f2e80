import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

function pick(messages: AbstractIntlMessages, path: string): AbstractIntlMessages {
  const keys = path.split(".");
  const value = keys.reduce<AbstractIntlMessages | string | undefined>(
    (at, key) => (typeof at === "object" ? at[key] : undefined),
    messages,
  );
  return value === undefined
    ? {}
    : (keys.reduceRight((inner, key) => ({ [key]: inner }) as never, value) as AbstractIntlMessages);
}

function merge(a: AbstractIntlMessages, b: AbstractIntlMessages): AbstractIntlMessages {
  const merged = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = merged[key];
    merged[key] = typeof value === "object" && typeof before === "object" ? merge(before, value) : value;
  }
  return merged;
}

/**
 * Gives the client components inside the words they read: pages send none by default. `areas`: namespaces or paths in
 * messages/, "file", "ui.upload". Those of fields and errors always come along.
 */
export async function ClientWords({ areas = [], children }: { areas?: string[]; children: ReactNode }) {
  const all = await getMessages();
  const messages = ["ui.field", "ui.errors", ...areas].map((area) => pick(all, area)).reduce(merge, {});
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
