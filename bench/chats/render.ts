import { type Browser, chromium } from "playwright-core";
import { random } from "@/db/seed/random";
import { toTraditional } from "@/platform/traditional";
import { LOOKS, type Look, type Theme } from "./looks";
import { AGENT_EN, AGENT_HANS, SYSTEM_EN, SYSTEM_HANS, USER_EN, USER_HANS } from "./words";

export interface Said {
  readonly side: "user" | "agent" | "system";
  readonly text: string;
}
/** One picture with what it says. */
export interface Sample {
  readonly name: string;
  readonly look: Look;
  readonly theme: Theme;
  readonly script: "zh-Hans" | "zh-Hant" | "en";
  readonly turns: readonly Said[];
  readonly html: string;
}

/** The set: each look, light and dark, three scripts, short and long: 72 pictures. */
export function samples(): Sample[] {
  const all: Sample[] = [];
  for (const look of LOOKS)
    for (const theme of ["light", "dark"] as const)
      for (const script of ["zh-Hans", "zh-Hant", "en"] as const)
        for (const length of [5, 12]) {
          const name = `${look.name}-${theme}-${script}-${length}`;
          const turns = chat(name, script, length);
          all.push({ name, look, theme, script, turns, html: page(look, theme, script, turns, name) });
        }
  return all;
}

function chat(seed: string, script: Sample["script"], length: number): Said[] {
  const rng = random(seed);
  const en = script === "en";
  const words = (list: readonly string[]) => {
    const text = list[Math.floor(rng.next() * list.length)] as string;
    return script === "zh-Hant" ? toTraditional(text) : text;
  };
  const turns: Said[] = [];
  for (let i = 0; i < length; i += 1) {
    const draw = rng.next();
    if (i > 1 && draw < 0.08) turns.push({ side: "system", text: words(en ? SYSTEM_EN : SYSTEM_HANS) });
    else if ((i % 2 === 0) !== draw > 0.88) turns.push({ side: "user", text: words(en ? USER_EN : USER_HANS) });
    else turns.push({ side: "agent", text: words(en ? AGENT_EN : AGENT_HANS) });
  }
  return turns;
}

const esc = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function page(look: Look, theme: Theme, script: Sample["script"], turns: readonly Said[], seed: string): string {
  const rng = random(`${seed}/time`);
  let minute = 9 * 60 + Math.floor(rng.next() * 600);
  const clock = () => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  const rows = turns.map((turn, i) => {
    minute += Math.floor(rng.next() * 4);
    const time = !look.innerTime && i % 4 === 0 ? `<p class="time">${clock()}</p>` : "";
    if (turn.side === "system") return `${time}<p class="sys"><span>${esc(turn.text)}</span></p>`;
    const face = look.avatars === "both" || (look.avatars === "agent" && turn.side === "agent") ? `<i class="face"></i>` : "";
    const name =
      look.names && turn.side === "agent"
        ? `<small class="name">${script === "en" ? "Official service" : "官方客服"}</small>`
        : "";
    const inner = look.innerTime ? `<sub>${clock()}</sub>` : "";
    return `${time}<div class="row ${turn.side}">${face}<div class="say">${name}<div class="b">${esc(turn.text)}${inner}</div></div></div>`;
  });
  const card = look.card
    ? `<section class="card"><i></i><div><b>${script === "en" ? "Glass cup, set of six" : "玻璃杯六只装"}</b><span>¥59.90</span></div></section>`
    : "";
  const title = script === "en" ? "Customer service" : "在线客服";
  return `<!doctype html><html lang="${script}"><meta charset="utf-8"><style>
*{box-sizing:border-box;margin:0}body{width:${look.width}px;min-height:100vh;font:${look.font}px/1.5 "Noto Sans CJK ${script === "zh-Hant" ? "TC" : "SC"}",sans-serif;display:flex;flex-direction:column}
.status{height:38px;padding:10px 20px;display:flex;justify-content:space-between;font-size:13px;font-weight:600}
header{height:46px;display:flex;align-items:center;justify-content:space-between;padding:0 16px;font-weight:600;font-size:17px}
main{flex:1;padding:10px 12px}.row{display:flex;gap:9px;margin:13px 0}.user{flex-direction:row-reverse}
.face{width:39px;height:39px;flex:none;background:linear-gradient(135deg,#6aa0c8,#2f5d86)}.user .face{background:linear-gradient(135deg,#d8b48a,#8a5a3a)}
.say{max-width:72%}.b{position:relative;word-break:break-word;width:fit-content}.user .b{margin-left:auto}.name{display:block;font-size:12px;opacity:.55;margin-bottom:3px}
.time,.sys{text-align:center;font-size:12px;opacity:.62;margin:12px 30px}sub{font-size:11px;opacity:.6;float:right;margin:6px 0 0 10px}
.card{display:flex;gap:10px;margin:8px 12px;padding:10px;border-radius:10px;background:${theme === "light" ? "#fff" : "#222228"};font-size:14px}.card i{width:60px;height:60px;background:repeating-linear-gradient(45deg,#a9c2a4,#7f9f86 8px,#dfd2b6 12px)}.card span{display:block;color:#e4572e}
footer{border-top:1px solid rgba(128,128,128,.25);padding:9px 14px;display:flex;gap:10px;align-items:center;font-size:15px}footer u{flex:1;height:36px;border-radius:8px;background:rgba(128,128,128,.14);text-decoration:none;padding:6px 12px;opacity:.5}
${look.css(theme)}</style><body><div class="status"><span>${clock()}</span><span>5G 76%</span></div><header><span>‹</span><span>${title}</span><span>···</span></header>${card}<main>${rows.join("")}</main><footer><span>◉</span><u>${script === "en" ? "Message" : "发消息…"}</u><span>⊕</span></footer></body></html>`;
}

/** Renders samples one after another; pictures are lossless. */
export async function render(list: readonly Sample[], each: (sample: Sample, picture: Buffer) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--font-render-hinting=none"],
  });
  try {
    for (const sample of list) {
      const tab = await browser.newPage({
        viewport: { width: sample.look.width, height: 760 },
        deviceScaleFactor: sample.look.density,
      });
      await tab.setContent(sample.html, { waitUntil: "load" });
      const picture = await tab.screenshot({ fullPage: true, type: "png" });
      await tab.close();
      await each(sample, picture);
    }
  } finally {
    await browser.close();
  }
}
