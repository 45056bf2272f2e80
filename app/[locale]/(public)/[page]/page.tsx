import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, PageHead, Section } from "@/components/ui/page";

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

const PAGES = ["scope", "privacy", "accessibility", "offline"] as const;
type PageName = (typeof PAGES)[number];
const isPage = (name: string): name is PageName => (PAGES as readonly string[]).includes(name);
type Params = Promise<{ locale: string; page: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { page, locale } = await params;
  return isPage(page) ? { title: (await getTranslations({ locale, namespace: "pages" }))(`${page}.title`) } : {};
}

/** Pages that are words only: what we take, personal data, accessibility, the ways in without the web. */
export default async function WordsPage({ params }: { params: Params }) {
  const { page } = await params;
  if (!isPage(page)) notFound();
  const t = await getTranslations("pages");
  const sections = t.raw(`${page}.sections`) as { title: string; text: string[] }[];
  return (
    <Page>
      <PageHead title={t(`${page}.title`)} lead={t(`${page}.lead`)} />
      {sections.map((s, i) => (
        <Section key={s.title} title={s.title} close={i === 0}>
          <div className="grid gap-3">
            {s.text.map((p) => (
              <p key={p} className="max-w-measure">
                {p}
              </p>
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
