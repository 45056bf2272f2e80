/** Three invented apps: `harbour` (a round, airy one), `peel` (Android, square, orange by nature), `mini` (a mini-program inside a messenger). */
export const SKIN_CSS = `
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:none}
body{width:390px;min-height:844px;display:flex;flex-direction:column;font:16px/1.5 "Noto Sans CJK SC","Noto Sans SC",sans-serif;color:#1b1f24;background:#f1f3f6}
:lang(zh-Hant) body,html:lang(zh-Hant) body{font-family:"Noto Sans CJK TC",sans-serif}
.status{height:50px;padding:16px 26px 0 34px;display:flex;justify-content:space-between;align-items:center;font:600 16px/1 "Noto Sans CJK SC";background:var(--top);color:var(--topink)}
.sig{display:flex;gap:6px;align-items:center}.pct{font:500 12px/1 "Noto Sans CJK SC"}
header{height:46px;display:flex;align-items:center;padding:0 16px;background:var(--top);color:var(--topink);position:relative;flex:none}
header h1{flex:1;text-align:center;font-size:17px;font-weight:600;line-height:1.2}
header small{display:block;font-size:11px;font-weight:400;opacity:.6;margin-top:2px}
.back,.more{width:36px;flex:none}.more{text-align:right;font-weight:700;letter-spacing:1px}
main{flex:1;padding:12px 12px 18px}
.time{text-align:center;font-size:12px;color:var(--dim);margin:14px 0 10px}
.sys{text-align:center;margin:12px 24px}
.sys span{display:inline-block;font-size:13px;line-height:1.5;color:var(--sysink);background:var(--sys);padding:3px 12px;border-radius:12px}
.row{display:flex;gap:9px;margin:12px 0;align-items:flex-start}
.row.user{flex-direction:row-reverse}
.face{width:38px;height:38px;flex:none;overflow:hidden;border-radius:50%}.face svg{width:100%;height:100%;display:block}
.say{max-width:268px;display:flex;flex-direction:column;align-items:flex-start}
.user .say{align-items:flex-end}
.name{font:400 12px/1 "Noto Sans CJK SC";color:var(--dim);margin:1px 0 5px}
.bubble{padding:10px 13px;line-height:1.5;word-break:break-word;background:var(--you);color:var(--youink);position:relative}
.user .bubble{background:var(--me);color:var(--meink)}
.chips{display:flex;flex-wrap:wrap;gap:7px;margin-top:8px}
.chips span{font-size:14px;line-height:1;padding:9px 12px;border-radius:16px;color:var(--chipink);border:1px solid var(--chipline);background:var(--chip)}
.rate{display:flex;gap:8px;margin-top:10px;padding-top:9px;border-top:1px solid var(--hair)}
.rate span{flex:1;text-align:center;font-size:13px;line-height:1;padding:8px 14px;border:1px solid var(--chipline);border-radius:14px;color:var(--chipink);white-space:nowrap}
.order{display:flex;gap:10px;align-items:center;margin:10px 12px 0;padding:10px 12px;background:var(--you);border-radius:10px;font-size:14px;line-height:1.4;color:var(--youink)}
.order b{font-weight:500}.order p{font-size:12px;color:var(--dim)}.order>div:nth-child(2){flex:1;min-width:0}.order em{font-style:normal;font-weight:600}
.thumb{width:44px;height:44px;border-radius:6px;flex:none;background:linear-gradient(135deg,color-mix(in srgb,var(--accent) 55%,#fff),color-mix(in srgb,var(--accent) 20%,#fff))}
footer{background:var(--foot);border-top:1px solid var(--hair);flex:none;color:var(--icon)}
.bar{display:flex;align-items:center;gap:10px;padding:9px 12px}
.field{flex:1;height:38px;border-radius:var(--fr,19px);background:var(--field);color:var(--dim);font-size:15px;line-height:38px;padding:0 14px}
.home{width:138px;height:5px;border-radius:3px;background:currentColor;opacity:.85;margin:12px auto 8px;color:var(--youink)}
.harbour{--top:#fff;--topink:#161a1f;--you:#fff;--youink:#1b1f24;--me:var(--accent);--meink:#fff;--dim:#8b939c;--sys:#e3e7ec;--sysink:#6b737c;--chip:#fff;--chipink:var(--accent);--chipline:color-mix(in srgb,var(--accent) 45%,#fff);--hair:#e6e9ed;--foot:#fff;--field:#f1f3f6;--icon:#59626c;background:#f1f3f6}
.harbour .bubble{border-radius:4px 17px 17px 17px}.harbour .user .bubble{border-radius:17px 4px 17px 17px}
.harbour .user .face{display:none}.harbour .user .say{max-width:288px}
.harbour.dark{--top:#15181d;--topink:#eef1f4;--you:#23282f;--youink:#e7ebef;--me:color-mix(in srgb,var(--accent) 82%,#fff);--dim:#7f8994;--sys:#20252b;--sysink:#95a0ab;--chip:#1b2026;--chipink:color-mix(in srgb,var(--accent) 55%,#fff);--chipline:#3a424c;--hair:#2b3139;--foot:#15181d;--field:#23282f;--icon:#aab4be;background:#0d0f12;color:#e7ebef}
.peel{--top:var(--accent);--topink:#fff;--you:#fff;--youink:#222;--me:color-mix(in srgb,var(--accent) 24%,#fff);--meink:#2a1a0c;--dim:#979797;--sys:transparent;--sysink:#9a9a9a;--chip:#fff7f0;--chipink:color-mix(in srgb,var(--accent) 88%,#000);--chipline:transparent;--hair:#ececec;--foot:#fafafa;--field:#fff;--fr:6px;--icon:#666;background:#f5f5f5}
.peel .status{height:34px;padding:6px 16px 0;font-size:13px;font-weight:500}
.peel header h1{text-align:left;font-size:18px;font-weight:500}.peel .face{border-radius:8px;width:36px;height:36px}
.peel .bubble{border-radius:9px}.peel .chips{flex-direction:column;gap:0;background:var(--you);border-radius:9px;width:250px}
.peel .chips span{border:0;border-bottom:1px solid var(--hair);border-radius:0;background:none;padding:11px 13px}.peel .chips span:last-child{border:0}
.peel .sys span{padding:0}.peel .order{border-radius:0;margin:0;border-bottom:1px solid var(--hair)}
.tools{display:flex;gap:8px;padding:9px 12px 0}.tools span{font-size:13px;line-height:1;padding:8px 13px;border-radius:4px;background:var(--field);color:var(--youink);border:1px solid var(--hair)}
.peel footer{padding-bottom:10px}
.peel.dark{--top:#1c1c1c;--topink:#efefef;--you:#262626;--youink:#e6e6e6;--me:color-mix(in srgb,var(--accent) 46%,#111);--meink:#fff;--dim:#7d7d7d;--sysink:#868686;--chip:#262626;--chipink:color-mix(in srgb,var(--accent) 70%,#fff);--hair:#333;--foot:#1a1a1a;--field:#262626;--icon:#9a9a9a;background:#111;color:#e6e6e6}
.mini{--top:#ededed;--topink:#111;--you:#fff;--youink:#141414;--me:#95ec69;--meink:#10180a;--dim:#9d9d9d;--sys:transparent;--sysink:#9d9d9d;--chip:#fff;--chipink:#3a6ea5;--chipline:#dcdcdc;--hair:#dcdcdc;--foot:#f7f7f7;--field:#fff;--fr:5px;--icon:#1b1b1b;background:#ededed}
.mini .cap{position:absolute;right:9px;top:7px}.mini .face{border-radius:5px;width:40px;height:40px}
.mini .bubble{border-radius:5px;margin:0 2px}
.mini .bubble::before{content:"";position:absolute;top:13px;width:9px;height:9px;background:inherit;transform:rotate(45deg);left:-4px}
.mini .user .bubble::before{left:auto;right:-4px}.mini .chips span{border-radius:4px}.mini .say{max-width:256px}
.mini .sys span{padding:0}
.mini.dark{--top:#111;--topink:#d8d8d8;--you:#2c2c2c;--youink:#d9d9d9;--me:#3eb575;--meink:#07170d;--dim:#6f6f6f;--sysink:#727272;--chip:#202020;--chipink:#7d9fc9;--chipline:#3a3a3a;--hair:#2a2a2a;--foot:#1a1a1a;--field:#2c2c2c;--icon:#c9c9c9;background:#111;color:#d9d9d9}
`;
