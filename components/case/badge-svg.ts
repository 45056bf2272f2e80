import { isChinese } from "../format";

/** What stands on the badge, in one language; plain texts, escaped here. */
export interface BadgeWords {
  readonly title: string;
  readonly company: string;
  /** Quarter and last day, or that it is not held. */
  readonly standing: string;
  /** Where to check. */
  readonly check: string;
  readonly locale: string;
  readonly held: boolean;
}

export const BADGE_LOOKS = ["auto", "light", "dark"] as const;
export type BadgeLook = (typeof BADGE_LOOKS)[number];
export const BADGE_SIZE = { width: 336, height: 104 } as const;

const LIGHT = { paper: "#fbfaf7", ink: "#15202b", soft: "#4a5160", seal: "#b3261e" };
const DARK = { paper: "#12171d", ink: "#e9e4d8", soft: "#b9b3a6", seal: "#c23a2e" };

const inXml = (text: string) => text.replace(/[&<>"'\p{Cc}]/gu, (c) => `&#${c.codePointAt(0)};`);
const rules = ({ paper, ink, soft, seal }: typeof LIGHT) =>
  `.p{fill:${paper}}.i{fill:${ink}}.s{fill:${soft}}.v{fill:${seal}}.l{fill:none;stroke:${ink}}`;

/** About how wide a text is, in ems: Chinese letters are square. */
function ems(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 1 : /[A-Z0-9]/u.test(c) ? 0.78 : 0.66), 0);
}

/** A size at which the text fits into `width`, at most `size`. */
const sized = (text: string, size: number, width: number) =>
  Math.max(8, Math.min(size, Math.floor((width / ems(text)) * 10) / 10));

/**
 * The badge 人工服务保障标识 as an SVG that holds nothing but shapes and texts: no script, no font, no address to load. Full mark while it is held, hollow
 * otherwise, so that a picture left standing on a page says so. `auto` follows the reader's light or dark.
 */
export function badgeSvg(words: BadgeWords, look: BadgeLook): string {
  const { width, height } = BADGE_SIZE;
  const serif = isChinese(words.locale) ? "'Noto Serif CJK SC','Songti SC','SimSun',serif" : "Georgia,'Times New Roman',serif";
  const sans = isChinese(words.locale)
    ? "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
    : "Helvetica,Arial,sans-serif";
  const room = width - 104 - 16;
  const style =
    look === "auto" ? `${rules(LIGHT)}@media (prefers-color-scheme:dark){${rules(DARK)}}` : rules(look === "dark" ? DARK : LIGHT);
  const line = (y: number, text: string, size: number, kind: "i" | "s", family: string, bold = false) =>
    `<text x="104" y="${y}" class="${kind}" font-family="${family}" font-size="${sized(text, size, room)}"${bold ? ' font-weight="700"' : ""}>${inXml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${words.locale}">`,
    `<title>${inXml(`${words.title}：${words.company}，${words.standing}`)}</title><style>${style}</style>`,
    `<rect class="p" width="${width}" height="${height}"/>`,
    `<rect class="l" x="2" y="2" width="${width - 4}" height="${height - 4}" stroke-width="3"/><rect class="l" x="7" y="7" width="${width - 14}" height="${height - 14}" stroke-width="1"/>`,
    `<rect class="l" x="25" y="25" width="54" height="54" stroke-width="6"/>`,
    words.held
      ? `<rect class="v" x="40" y="40" width="24" height="24"/>`
      : `<rect class="l" x="41" y="41" width="22" height="22" stroke-width="1.5" stroke-dasharray="3 3"/>`,
    line(35, words.title, 19, "i", serif, true),
    line(55, words.company, 15, "i", sans, true),
    line(73, words.standing, 12.5, "s", sans),
    line(90, words.check, 10.5, "s", sans),
    "</svg>\n",
  ].join("");
}
