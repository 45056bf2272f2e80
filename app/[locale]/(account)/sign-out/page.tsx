import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { Button } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { SIGNED_IN_ROLES } from "@/domain/actors";
import { signOut } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.signOut");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignOutPage() {
  await requirePage(SIGNED_IN_ROLES);
  const t = await getTranslations("people.signOut");
  return (
    <Page width="ask">
      <PageHead title={t("title")} lead={t("lead")} />
      <form action={signOut} className="mt-8 flex flex-wrap items-center gap-6">
        <input type="hidden" name="locale" value={await getLocale()} />
        <Button big>{t("do")}</Button>
        <LocalLink href="/account">{t("stay")}</LocalLink>
      </form>
    </Page>
  );
}
