import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saidBySignIn } from "@/app/_server/sign-in-errors";
import { LinkButton } from "@/components/ui/button";
import { Page, PageHead } from "@/components/ui/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.error");
  return { title: t("title"), robots: { index: false } };
}

/** Where next-auth leads when it was addressed directly and refused. Our own forms say it beside the field. */
export default async function SignInErrorPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  const [t, errors, { error }] = await Promise.all([getTranslations("people.error"), getTranslations("errors"), searchParams]);
  const said = saidBySignIn(error ?? "");
  return (
    <Page width="ask">
      <PageHead title={t("title")} lead={said ? errors(said) : t("general")} />
      <p className="mt-8">
        <LinkButton href="/sign-in">{t("again")}</LinkButton>
      </p>
    </Page>
  );
}
