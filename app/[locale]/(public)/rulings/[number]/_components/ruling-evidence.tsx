import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/page";
import { publishedEvidence } from "@/services/published-evidence";

/** Redacted copies of the complainant's files that may be seen; nothing at all when there is none. */
export async function RulingEvidence({ number }: { number: string }) {
  const [t, copies] = await Promise.all([getTranslations("rulingEvidence"), publishedEvidence(number)]);
  if (copies.length === 0) return null;
  return (
    <Section title={t("title")} note={t("note")}>
      <ul className="grid gap-6">
        {copies.map((copy, i) => {
          const src = `/api/evidence/published/${copy.publicId}`;
          const label = t("label", { n: i + 1 });
          return (
            <li key={copy.publicId} className="grid gap-1.5">
              {copy.mediaType === "image/webp" && (
                <a href={src} target="_blank" rel="noreferrer">
                  {/* biome-ignore lint/performance/noImgElement: may be taken back at any time, so nothing may keep it */}
                  <img
                    src={src}
                    alt={t("pictureAlt", { n: i + 1 })}
                    loading="lazy"
                    className="max-h-[520px] w-auto max-w-full border border-line"
                  />
                </a>
              )}
              {copy.mediaType === "audio/wav" && (
                // biome-ignore lint/a11y/useMediaCaption: what is said stands in the findings; stretches about persons are silent
                <audio controls preload="none" src={src} className="w-full max-w-[480px]" aria-label={label} />
              )}
              {copy.mediaType !== "image/webp" && copy.mediaType !== "audio/wav" && (
                <a href={src} rel="noreferrer">
                  {label}
                </a>
              )}
              <p className="text-note text-ink-2 wrap-anywhere">sha256 {copy.sha256}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
