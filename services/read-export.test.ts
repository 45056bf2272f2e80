import { describe, expect, it } from "vitest";
import { readExport } from "./read-export";

const said = async (text: string, format: "txt" | "html" | "eml") => {
  const content = await readExport(Buffer.from(text), format);
  return content.kind === "chat" ? content.turns.map((one) => `${one.side}|${one.at?.text ?? ""}|${one.text}`) : [];
};
const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Chat</title><style>.message{color:red}</style><script>alert(1)</script></head><body>${body}</body></html>`;
const mail = (head: string, body: string) =>
  `From: ${head}\r\nTo: reader@mail.example\r\nDate: Mon, 07 Sep 2026 01:30:00 +0000\r\nSubject: Re: case\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body.replaceAll("\n", "\r\n")}`;

describe("exports as programs write them", () => {
  it.each([
    [
      "a messenger of the mainland: name and time over the words",
      "云杉客服 2026-09-06 09:02:11\n您好，请问有什么可以帮您？\n\n我 2026-09-06 09:02:40\n转人工\n等了半天了\n\n云杉客服 2026-09-06 09:03:02\n[图片]\n",
      [
        "agent|2026-09-06 09:02:11|您好，请问有什么可以帮您？",
        "user|2026-09-06 09:02:40|转人工\n等了半天了",
        "agent|2026-09-06 09:03:02|[图片]",
      ],
    ],
    [
      "one of Taiwan: the day alone, then time, name and words between tabs",
      "[LINE] 與雲杉客服的聊天記錄\n儲存日期：2026/09/07 10:00\n\n2026/09/06（日）\n09:02\t我\t轉真人客服\n09:03\t雲杉客服\t請先描述您的問題\n",
      ["user|09:02|轉真人客服", "agent|09:03|請先描述您的問題"],
    ],
    [
      "an Android messenger: day, time, dash; its own lines have no name",
      "06/09/2026, 09:01 - Messages and calls are end-to-end encrypted.\n06/09/2026, 09:02 - Me: I need a human\n06/09/2026, 09:03 - Spruce Support: Please choose a topic:\n1. Orders\n2. Refunds\n06/09/2026, 09:04 - Me: Human!\n",
      [
        "user|06/09/2026, 09:02|I need a human",
        "agent|06/09/2026, 09:03|Please choose a topic:\n1. Orders\n2. Refunds",
        "user|06/09/2026, 09:04|Human!",
      ],
    ],
    [
      "the same of an iPhone: brackets, marks of direction, half days",
      "\u200e[06/09/2026, 9:02:11 PM] Me: Where is my refund?\n\u200e[06/09/2026, 9:02:30 PM] Spruce Bot: Within 5 days.\n",
      ["user|06/09/2026, 9:02:11 PM|Where is my refund?", "agent|06/09/2026, 9:02:30 PM|Within 5 days."],
    ],
    [
      "columns of a printed page",
      "云杉商城 会话记录\n导出时间2026-09-14 09:12\n时间 发送方 内容\n20:41:07 用户 退货签收十天了，转人工\n20:41:08 系统 正在排队\n20:46:13 小杉 等待时间较长，您可以先看看\n自助服务。\n20:47:00 用户 人工\n",
      [
        "user|20:41:07|退货签收十天了，转人工",
        "system|20:41:08|正在排队",
        "agent|20:46:13|等待时间较长，您可以先看看\n自助服务。",
        "user|20:47:00|人工",
      ],
    ],
  ])("%s", async (_, text, turns) => expect(await said(text, "txt")).toEqual(turns));

  it.each([
    [
      "a vendor's page of divs with classes",
      '<div class="chat-item left"><span class="nickname">智能客服</span><span class="time">2026-09-06 09:02:11</span><div class="content">请先描述问题<br>谢谢</div></div><div class="chat-item right"><span class="nickname">我</span><span class="time">2026-09-06 09:02:40</span><div class="content">转人工</div></div>',
      ["agent|2026-09-06 09:02:11|请先描述问题\n谢谢", "user|2026-09-06 09:02:40|转人工"],
    ],
    [
      "a vendor's table",
      "<table><tr><th>時間</th><th>發送者</th><th>內容</th></tr><tr><td>2026-09-06 09:02:11</td><td>客服機器人</td><td>您好</td></tr><tr><td>2026-09-06 09:02:40</td><td>客戶</td><td>轉人工：<b>立刻</b></td></tr></table>",
      ["agent|2026-09-06 09:02:11|您好", "user|2026-09-06 09:02:40|轉人工：立刻"],
    ],
    [
      "a page that tells sides by class alone",
      '<div class="msg msg-agent"><p class="msg-text">How can I help you today?</p><time>09:02</time></div><div class="msg msg-customer"><p class="msg-text">A human, please</p><time>09:03</time></div><div class="msg msg-agent"><p class="msg-text">I am a bot.</p></div>',
      ["agent|09:02|How can I help you today?", "user|09:03|A human, please", "agent||I am a bot."],
    ],
    ["plain paragraphs", "<p>我：转人工</p><p>客服：请稍等</p><p>我：人工</p>", ["user||转人工", "agent||请稍等", "user||人工"]],
    ["a page that is no chat", "<h1>服务协议</h1><p>第一条：本协议自发布之日起生效。</p>", []],
  ])("HTML: %s", async (_, body, turns) => expect(await said(page(body), "html")).toEqual(turns));

  it.each([
    [
      "a thread with a service, the answers quoted below",
      mail(
        "Li <li@mail.example>",
        "还是没有解决，请转人工。\n\n在 2026年9月6日 09:02，云杉客服 <service@spruce.example> 写道：\n> 您好，退款将在3个工作日内到账。\n>\n> 2026-09-05 18:00，Li <li@mail.example> 写道：\n>> 我要退款。\n",
      ),
      [
        "user|2026-09-05 18:00|我要退款。",
        "agent|2026年9月6日 09:02|您好，退款将在3个工作日内到账。",
        "user|2026-09-07T09:30:00|还是没有解决，请转人工。",
      ],
    ],
    [
      "an English one",
      mail(
        "Spruce Support <support@spruce.example>",
        "We will call you back within 24 hours.\n\nOn Sun, 6 Sep 2026 at 09:02, Ann Li <ann@mail.example> wrote:\n> I want to talk to a person.\n> Twice asked.\n",
      ),
      [
        "user|6 Sep 2026 at 09:02|I want to talk to a person.\nTwice asked.",
        "agent|2026-09-07T09:30:00|We will call you back within 24 hours.",
      ],
    ],
    [
      "a transcript sent by mail",
      mail("Spruce <noreply@spruce.example>", "您的會話記錄\n\n[09:02:11] 客戶：轉人工\n[09:02:30] 智能客服：請先描述問題\n"),
      ["user|09:02:11|轉人工", "agent|09:02:30|請先描述問題"],
    ],
    ["one mail alone", mail("Li <li@mail.example>", "请给我退款。"), ["user|2026-09-07T09:30:00|请给我退款。"]],
  ])("mail: %s", async (_, text, turns) => expect(await said(text, "eml")).toEqual(turns));
});
