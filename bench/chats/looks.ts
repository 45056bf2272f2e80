export type Theme = "light" | "dark";
/** How an app looks. Six that are not the demo's; the last two are held out: nothing in the reader was set by them. */
export interface Look {
  readonly name: string;
  readonly heldOut: boolean;
  /** Width in CSS pixels, pixels for each of them, size of letters. */
  readonly width: number;
  readonly density: number;
  readonly font: number;
  readonly css: (theme: Theme) => string;
  readonly avatars: "both" | "agent" | "none";
  /** Extra parts: a card of a product, a name over the agent's messages, the time inside a bubble. */
  readonly card?: boolean;
  readonly names?: boolean;
  readonly innerTime?: boolean;
}

const ground = (bg: string, ink: string) => `body{background:${bg};color:${ink}}`;
const agent = (rule: string) => `.agent .b{${rule}}`;
const user = (rule: string) => `.user .b{${rule}}`;

export const LOOKS: readonly Look[] = [
  {
    name: "green",
    heldOut: false,
    width: 375,
    density: 3,
    font: 17,
    avatars: "both",
    css: (t) =>
      `${t === "light" ? ground("#ededed", "#111") : ground("#111", "#d5d5d5")}.b{border-radius:4px;padding:9px 12px}.face{border-radius:4px}
       ${agent(t === "light" ? "background:#fff" : "background:#2c2c2c")}${user(t === "light" ? "background:#95ec69" : "background:#3eb575;color:#0a1a0f")}
       header{border-bottom:1px solid ${t === "light" ? "#d9d9d9" : "#222"}}.b::before{content:"";position:absolute;top:14px;width:8px;height:8px;background:inherit;transform:rotate(45deg)}.agent .b::before{left:-4px}.user .b::before{right:-4px}`,
  },
  {
    name: "market",
    heldOut: false,
    width: 360,
    density: 3,
    font: 15,
    avatars: "both",
    card: true,
    names: true,
    css: (t) =>
      `${t === "light" ? ground("#f2f2f5", "#222") : ground("#0f0f12", "#e4e4e4")}.b{border-radius:12px;padding:10px 12px}.face{border-radius:50%}
       header{background:linear-gradient(90deg,#ff7a00,#ff4d00);color:#fff}.status{background:linear-gradient(90deg,#ff7a00,#ff4d00);color:#fff}
       ${agent(t === "light" ? "background:#fff;border-top-left-radius:2px" : "background:#212126;border-top-left-radius:2px")}${user(t === "light" ? "background:#ffe1c4" : "background:#7a3d10;color:#ffece0")}`,
  },
  {
    name: "bank",
    heldOut: false,
    width: 412,
    density: 2.5,
    font: 16,
    avatars: "agent",
    css: (t) =>
      `${t === "light" ? ground("#fff", "#1d2733") : ground("#161b22", "#dfe6ee")}.b{border-radius:14px;padding:11px 14px;line-height:1.6}.face{border-radius:50%;background:#c8102e!important}
       ${agent(t === "light" ? "background:#fff;border:1px solid #d5dbe3" : "background:#161b22;border:1px solid #3a434f")}${user("background:#1456c8;color:#fff")}
       .sys span{background:${t === "light" ? "#eef1f5" : "#232b35"};border-radius:10px;padding:3px 10px}`,
  },
  {
    name: "web",
    heldOut: false,
    width: 430,
    density: 2,
    font: 14,
    avatars: "none",
    css: (t) =>
      `${t === "light" ? ground("#ffffff", "#222") : ground("#18181b", "#eee")}.b{border-radius:18px;padding:9px 14px;line-height:1.4}
       ${agent(t === "light" ? "background:#efeff3" : "background:#2a2a30")}${user("background:#6d3bd8;color:#fff")}`,
  },
  {
    name: "plain",
    heldOut: true,
    width: 393,
    density: 2.75,
    font: 16,
    avatars: "none",
    css: (t) =>
      `${t === "light" ? ground("#fdfdfc", "#26262a") : ground("#1f1f1e", "#ececea")}.b{border-radius:20px;padding:10px 16px;line-height:1.65}
       ${agent("background:none;padding:4px 0")}.agent .say{max-width:340px}${user(t === "light" ? "background:#eeeeec" : "background:#343432")}`,
  },
  {
    name: "inner",
    heldOut: true,
    width: 384,
    density: 2,
    font: 16,
    avatars: "none",
    innerTime: true,
    css: (t) =>
      `${t === "light" ? "body{background:linear-gradient(#cfe0ee,#dbe8d8);color:#111}" : "body{background:linear-gradient(#0e1621,#131c2b);color:#f0f0f0}"}.b{border-radius:14px;padding:7px 12px}
       ${agent(t === "light" ? "background:#fff" : "background:#182533")}${user(t === "light" ? "background:#e3fdc9" : "background:#2b5278")}header,.status,footer{background:${t === "light" ? "#fff" : "#17212b"}}`,
  },
];
