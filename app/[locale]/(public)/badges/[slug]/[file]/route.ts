import { badgeView, badgeWords } from "@/app/_server/badge-view";
import { hashOf, openFile, problem } from "@/app/_server/open-data";
import { type BadgeLook, badgeSvg } from "@/components/case/badge-svg";
import { isLocale } from "@/platform/i18n/routing";

export const dynamic = "force-dynamic";

/** The badge as a picture for other people's pages: badge.svg follows light and dark, badge-light.svg and badge-dark.svg do not. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; slug: string; file: string }> },
): Promise<Response> {
  const { locale, slug, file } = await params;
  const [, look = "auto"] = /^badge(?:-(light|dark))?\.svg$/.exec(file) ?? [];
  const view = isLocale(locale) && /^badge(?:-light|-dark)?\.svg$/.test(file) ? await badgeView(slug, locale) : null;
  if (!view) return problem(404, "No such badge", "There is no such picture.");
  const body = badgeSvg(await badgeWords(view, locale), look as BadgeLook);
  return openFile(request, {
    body,
    sha256: hashOf(body),
    type: "image/svg+xml; charset=utf-8",
    name: file,
    immutable: false,
    inline: true,
  });
}
