import { closeDatabase, db } from "@/db/client";
import { embeddedUrls } from "@/db/embedded";
import { portalNow } from "@/db/queries/clock";
import { DomainError } from "@/domain/errors";
import { env } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";
import { inviteFirstAdmin } from "@/services/invite-first-admin";

const REASONS: Record<string, string> = {
  forbidden: "There is an administrator already; they invite others on the site.",
  invalid: "That is not a mail address, or it has an account already.",
};

async function main(): Promise<void> {
  const [address, wanted] = process.argv.slice(2);
  if (!address) throw new Error("script/invite-admin <mail address> [zh-Hans|zh-Hant|en]");
  if (!process.env.DATABASE_URL) Object.assign(process.env, embeddedUrls(process.env.DATA_DIR || ".data"));
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const { token, expiresAt } = await inviteFirstAdmin(address, locale, await portalNow(db()));
  process.stdout.write(`${env().PUBLIC_URL}/${locale}/invite/${token}\nGood until ${expiresAt.toISOString()}, once.\n`);
  await closeDatabase(db());
}

main().catch((error: unknown) => {
  const words = error instanceof DomainError ? REASONS[error.code] : undefined;
  console.error(words ?? (error instanceof Error ? error.message : error));
  process.exit(1);
});
