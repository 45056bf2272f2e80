import type { ChatScript, SkinName, Turn } from "./chat-types";
import { ICON } from "./icons";
import { SKIN_CSS } from "./skin-css";

export const esc = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The battery, filled to the percentage. */
const battery = (percent: number) =>
  `<svg width="27" height="13" viewBox="0 0 27 13"><rect x=".5" y=".5" width="23" height="12" rx="3.6" fill="none" stroke="currentColor" stroke-opacity=".4"/><rect x="2" y="2" width="${Math.max(2, Math.round((20 * percent) / 100))}" height="9" rx="2.2" fill="${percent <= 20 ? "#e5483d" : "currentColor"}"/><path d="M25 4.5v4c.9-.3 1.5-1.1 1.5-2s-.6-1.7-1.5-2z" fill="currentColor" fill-opacity=".45"/></svg>`;

/** Status bar of a phone: iOS for two skins, Android for `peel`. */
export function statusBar(skin: SkinName, clock: string, percent: number): string {
  const right =
    skin === "peel"
      ? `<span class="pct">5G</span>${ICON.signal}<span class="pct">${percent}%</span>${battery(percent)}`
      : `${ICON.signal}${ICON.wifi}${battery(percent)}`;
  return `<div class="status"><b>${clock}</b><span class="sig">${right}</span></div>`;
}

function turn(t: Turn): string {
  const time = t.at ? `<p class="time">${esc(t.at)}</p>` : "";
  if (t.side === "system") return `${time}<p class="sys"><span>${esc(t.text)}</span></p>`;
  const face = t.side === "user" ? ICON.self : t.name ? ICON.person : ICON.robot;
  const name = t.side === "agent" && t.name ? `<i class="name">${esc(t.name)}</i>` : "";
  const chips = t.chips ? `<div class="chips">${t.chips.map((c) => `<span>${esc(c)}</span>`).join("")}</div>` : "";
  const rate = t.rate ? '<div class="rate"><span>已解决</span><span>没解决</span></div>' : "";
  return `${time}<div class="row ${t.side}"><div class="face">${face}</div><div class="say">${name}<div class="bubble">${esc(t.text)}${rate}</div>${chips}</div></div>`;
}

const FIELD = { "zh-Hans": "请输入您的问题", "zh-Hant": "請輸入您的問題", en: "Type a message" } as const;
const SUB = { "zh-Hans": "智能助手为您服务", "zh-Hant": "智能助手為您服務", en: "Virtual assistant" } as const;

function header(c: ChatScript): string {
  if (c.skin === "mini") return `<header><h1>${esc(c.title)}</h1><div class="cap">${ICON.capsule}</div></header>`;
  if (c.skin === "peel")
    return `<header><span class="back">${ICON.back}</span><h1>${esc(c.title)}</h1><span class="more">${ICON.more}</span></header>`;
  return `<header><span class="back">${ICON.back}</span><h1>${esc(c.title)}<small>${SUB[c.lang]}</small></h1><span class="more">${ICON.more}</span></header>`;
}

function foot(c: ChatScript): string {
  const tools =
    c.skin === "peel" ? `<div class="tools"><span>订单</span><span>退款</span><span>发票</span><span>评价</span></div>` : "";
  return `<footer>${c.skin === "peel" ? tools : ""}<div class="bar">${ICON.mic}<span class="field">${FIELD[c.lang]}</span>${ICON.smile}${ICON.plus}</div>${c.skin === "peel" ? "" : '<div class="home"></div>'}</footer>`;
}

/** The whole screen as a page of its own; 390 CSS px wide, as long as the chat needs. */
export function chatPage(c: ChatScript): string {
  const order = c.order
    ? `<section class="order"><div class="thumb"></div><div><b>${esc(c.order.name)}</b><p>${esc(c.order.state)}</p></div><em>${esc(c.order.price)}</em></section>`
    : "";
  return `<!doctype html><html lang="${c.lang}"><meta charset="utf-8"><style>${SKIN_CSS}</style><body class="${c.skin} ${c.theme}" style="--accent:${c.accent}">${statusBar(c.skin, c.clock, c.battery)}${header(c)}${order}<main>${c.turns.map(turn).join("")}</main>${foot(c)}</body></html>`;
}
