import { useLocale } from "next-intl";
import { BADGE_SIZE } from "@/components/case/badge-svg";

/** The badge as it stands on other pages. */
export function BadgePicture({ slug, alt }: { slug: string; alt: string }) {
  const locale = useLocale();
  return (
    // biome-ignore lint/performance/noImgElement: an SVG of 2 kB, the very file that other pages embed
    <img src={`/${locale}/badges/${slug}/badge.svg`} alt={alt} {...BADGE_SIZE} className="h-auto max-w-full" />
  );
}
