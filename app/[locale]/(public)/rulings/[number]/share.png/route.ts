import { getTranslations } from "next-intl/server";
import sharp from "sharp";
import { hiddenWords } from "@/app/_server/hidden-words";
import { readDb } from "@/db/client";
import { findPublishedRuling } from "@/db/queries/public-record";
import { nameIn } from "@/domain/company-register";
import { inWords } from "@/domain/redaction";
import { isLocale } from "@/platform/i18n/routing";

const inXml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const FONTS = "'Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',serif";
const IN_A_LINE = 17;

function lines(text: string, most: number): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length && out.length < most; at += IN_A_LINE) out.push(text.slice(at, at + IN_A_LINE));
  if (text.length > most * IN_A_LINE) out[most - 1] = `${out[most - 1]?.slice(0, -1)}…`;
  return out;
}

/** The picture shown where a ruling is shared: company, title, finding; an annulled one shows its number only. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; number: string }> },
): Promise<Response> {
  const { locale, number } = await params;
  const ruling = isLocale(locale) && /^\d{4}-\d{5,}$/.test(number) ? await findPublishedRuling(readDb(), number) : null;
  if (!ruling) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: "ruling" });
  const site = await getTranslations({ locale, namespace: "site" });
  const findings = await getTranslations({ locale, namespace: "findings" });
  const annulled = ruling.annulledOn !== null;
  const title = annulled ? t("withdrawn", { number }) : inWords(ruling.title, await hiddenWords(locale));
  const company = annulled ? "" : nameIn(ruling.company, locale);
  const outcome = annulled ? t("status.annulled") : findings(ruling.outcome as "upheld");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="${FONTS}">
    <rect width="1200" height="630" fill="#fbfaf7"/><rect x="70" y="70" width="1060" height="6" fill="#1b2230"/><rect x="70" y="82" width="1060" height="2" fill="#1b2230"/>
    <text x="70" y="160" font-size="36" fill="#4a5160">${inXml(company)}</text>
    ${lines(title, 4)
      .map((line, i) => `<text x="70" y="${242 + i * 82}" font-size="60" font-weight="700" fill="#1b2230">${inXml(line)}</text>`)
      .join("")}
    <text x="70" y="570" font-size="32" fill="#4a5160">${inXml(`${site("name")}　${t("number", { number })}`)}</text>
    <text x="1130" y="570" font-size="40" font-weight="700" text-anchor="end" fill="#b3261e">${inXml(outcome)}</text></svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return new Response(new Uint8Array(png), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=3600, stale-while-revalidate=86400" },
  });
}
