import type { PublishedRuling } from "@/db/queries/public-record";
import { nameIn } from "@/domain/company-register";

/** The ruling for machines that read pages (schema.org). Text of the record cannot end the element: every "<" is written as its number. */
export function StructuredData({
  ruling,
  address,
  locale,
  publisher,
}: {
  ruling: PublishedRuling;
  address: string;
  locale: string;
  publisher: string;
}) {
  const data = {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": address,
    url: address,
    identifier: ruling.number,
    headline: ruling.title,
    abstract: ruling.decision,
    datePublished: ruling.signedOn,
    inLanguage: "zh-Hans",
    version: String(ruling.version),
    about: { "@type": "Organization", name: nameIn(ruling.company, locale) },
    publisher: { "@type": "Organization", name: publisher },
    isAccessibleForFree: true,
  };
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: data, not code; "<" cannot stand in it
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }}
    />
  );
}
