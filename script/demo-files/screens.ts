import type { SituationKey } from "@/db/seed/stories/types";
import { ICON } from "./icons";
import { SKIN_CSS } from "./skin-css";
import { esc, statusBar } from "./skins";

/** Screenshots that are not chats: menus, a call's detail in the phone, text messages. */
export interface ScreenScript {
  readonly file: string;
  readonly company?: string;
  readonly situation: SituationKey;
  readonly format: "png" | "jpg";
  readonly html: string;
  readonly truth: Readonly<Record<string, string | number>>;
}

const CSS = `${SKIN_CSS}
.list{background:var(--you);margin:12px;border-radius:12px;overflow:hidden}
.list li{list-style:none;display:flex;justify-content:space-between;padding:14px 16px;border-bottom:1px solid var(--hair);font-size:16px;color:var(--youink)}
.list li:last-child{border:0}.list li::after{content:"›";color:var(--dim);font-size:20px;line-height:1}
.crumb{padding:12px 18px 0;font-size:13px;color:var(--dim)}.tiny{text-align:center;font-size:12px;color:color-mix(in srgb,var(--dim) 55%,var(--you));padding:26px 0 8px}
.ad{margin:12px;height:92px;border-radius:12px;background:linear-gradient(100deg,var(--accent),color-mix(in srgb,var(--accent) 45%,#fff));color:#fff;padding:18px 20px;font-weight:600;font-size:19px;line-height:1.4}
.ad small{display:block;font-weight:400;font-size:13px;opacity:.9}.h{padding:18px 18px 0;font-size:22px;font-weight:600;color:var(--youink)}
.log{margin:12px 18px;color:var(--youink)}.log b{display:block;font-size:26px;font-weight:600;margin:10px 0 2px}.log p{font-size:15px;color:var(--dim)}
.call{display:flex;justify-content:space-between;padding:13px 0;border-bottom:1px solid var(--hair);font-size:15px}.call span:last-child{color:var(--dim)}
.sms{margin:10px 14px 4px;max-width:300px;background:var(--you);color:var(--youink);padding:10px 14px;border-radius:18px 18px 18px 5px;font-size:16px;line-height:1.55}`;

const page = (
  skin: "harbour" | "peel" | "mini",
  theme: "light" | "dark",
  accent: string,
  clock: string,
  title: string,
  body: string,
) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${CSS}</style><body class="${skin} ${theme}" style="--accent:${accent}">${statusBar(skin, clock, 61)}<header><span class="back">${ICON.back}</span><h1>${esc(title)}</h1><span class="more"></span></header>${body}</body></html>`;

const rows = (items: readonly string[]) => `<ul class="list">${items.map((i) => `<li>${esc(i)}</li>`).join("")}</ul>`;
const calls = (items: readonly (readonly [string, string])[]) =>
  items.map(([what, long]) => `<div class="call"><span>${esc(what)}</span><span>${esc(long)}</span></div>`).join("");

// biome-ignore format: one screen a block
export const SCREENS: readonly ScreenScript[] = [
  { file: "menu-level4-telecom", company: "jingge", situation: "deep_menu", format: "png", truth: { menuDepth: 4 },
    html: page("mini", "light", "#0a7ea4", "10:21", "常见问题", `<p class="crumb">我的 › 服务 › 更多 › 常见问题</p><div class="ad">千兆合约机 直降800<small>限时三天，点我抢购</small></div>${rows(["话费是怎么计算的", "流量用完怎么办", "如何开通国际漫游", "副卡怎么办理", "积分兑换规则", "宽带报修", "如何销户"])}<p class="tiny">没有解决？联系人工</p>`) },
  { file: "menu-level4-music", company: "wanchao", situation: "deep_menu", format: "png", truth: { menuDepth: 4 },
    html: page("harbour", "dark", "#5b3fd6", "00:24", "自动续费说明", `<p class="crumb">设置 › 会员中心 › 管理 › 自动续费说明</p>${rows(["什么是连续包月", "连续包年有哪些权益", "如何获得续费优惠", "续费失败怎么办", "家庭会员说明"])}<div class="ad">续费立减5元<small>老会员专享</small></div><p class="tiny">其他问题请在工作日9:00至18:00联系人工</p>`) },
  { file: "call-log-1", situation: "long_queue", format: "png", truth: { calls: 3, longestSeconds: 1203 },
    html: page("harbour", "light", "#2d5f8a", "16:02", "通话详情", `<div class="log"><p>呼出，9月10日 周四</p><b>000-8800-0017</b><p>客服热线</p><br>${calls([["15:31　呼出", "20分3秒"], ["15:12　呼出", "9分48秒，对方挂断"], ["14:57　呼出", "3分6秒"]])}</div>`) },
  { file: "call-log-2", situation: "no_callback", format: "jpg", truth: { calls: 0, incoming: 0 },
    html: page("peel", "light", "#5a6672", "19:40", "通话记录", `<div class="log"><p>9月8日至9月14日，来电</p>${calls([["9月13日　妈妈", "12分20秒"], ["9月12日　骚扰电话 标记103次", "未接"], ["9月11日　单位", "2分41秒"], ["9月9日　骚扰电话 标记88次", "未接"], ["9月8日　妈妈", "31分7秒"]])}<br><p>没有其他来电</p></div>`) },
  { file: "sms-fee", situation: "fee_untold", format: "png", truth: { feeYuan: 300 },
    html: page("harbour", "light", "#2d5f8a", "18:44", "10688800", `<p class="time">今天 18:22</p><div class="sms">您的取消申请已提交，订单将关闭。</div><p class="time">今天 18:24</p><div class="sms">根据取消规则，您需承担违约金300.00元，已自动扣除。如有疑问请联系在线客服。</div><p class="time">今天 18:40</p><div class="sms">感谢您的咨询，请对本次服务做出评价，回复5为非常满意。</div>`) },
];
