import { describe, expect, it } from "vitest";
import { asksForHuman, factsOf } from "./facts";
import { answersOf, type ConfirmedReading, conversationsOf, proposalsOf, type ReadFile } from "./proposals";
import { turnsOfCsv, turnsOfJson, turnsOfText } from "./text-turns";
import { timelineOf } from "./timeline";
import { readTranscript, writeTranscript } from "./transcript";
import type { ChatTurn } from "./turns";

const said = (turns: readonly ChatTurn[]) => turns.map((one) => `${one.side} ${one.text}`);

describe("turns of text exports", () => {
  it.each([
    ["a day and a time before the name", "2026-09-06 09:02:11 我：要销户\n2026-09-06 09:02:12 小鲸：您好"],
    ["a time in brackets", "导出\n\n[09:02:11] 我：要销户\n[09:02:12] 小鲸：您好"],
    ["a time with a dash, European", "06/09/2026, 09:02 - 我: 要销户\n06/09/2026, 09:03 - 小鲸: 您好"],
    ["tabs", "09:02\t我\t要销户\n09:03\t小鲸\t您好"],
    ["names over their words", "我 2026-09-06 09:02:11\n要销户\n\n小鲸 2026-09-06 09:02:12\n您好"],
    ["no times", "我：要销户\n小鲸：您好\n我：转人工\n小鲸：好"],
  ])("%s", (_, text) => {
    expect(said(turnsOfText(text)).slice(0, 2)).toEqual(["user 要销户", "agent 您好"]);
  });
  it("keeps what goes on in a second line with its message, and the time", () => {
    const turns = turnsOfText("[09:02] 我：第一行\n第二行\n[09:05] 客服：好");
    expect(turns[0]).toMatchObject({ text: "第一行\n第二行", at: { second: 9 * 3600 + 120 } });
  });
  it.each(["尊敬的客户：您好，您的账单已出。", "总价：38元\n备注：无", ""])("none in what is no chat: %j", (text) =>
    expect(turnsOfText(text)).toEqual([]),
  );
  it("a table with its columns named, quotes and all", () =>
    expect(said(turnsOfCsv('time,sender,content\n09:02,customer,"human, ""please"""\n09:03,bot,Hello'))).toEqual([
      'user human, "please"',
      "agent Hello",
    ]));
  it("JSON wherever the list of messages lies, with the day", () => {
    const turns = turnsOfJson({
      app: "云砚",
      messages: [
        { at: "2026-09-10T08:30:02+08:00", from: "user", text: "为什么" },
        { at: "2026-09-10T08:30:03+08:00", from: "bot", text: "风险" },
      ],
    });
    expect(said(turns)).toEqual(["user 为什么", "agent 风险"]);
    expect(turns[0]?.at?.date).toEqual({ year: 2026, month: 9, day: 10 });
  });
});

const file = (id: string, more: Partial<ReadFile>): ReadFile => ({
  id,
  kind: "text",
  content: null,
  confirmed: null,
  transcript: null,
  ...more,
});
const chat = (text: string): ReadFile["content"] => {
  const turns = turnsOfText(text);
  return { kind: "chat", script: "zh-Hans", turns, facts: factsOf(turns) };
};
const WAITED =
  "[09:02:00] 我：转人工\n[09:02:01] 小鲸：请先描述您的问题\n[09:03:00] 我：人工\n[09:05:01] 系统：已为您转接人工客服";

describe("asking for a human at the end of a sentence", () => {
  it.each(["不接受。人工", "第四遍了，人工。", "我要人，人工。", "叫个人来听"])("%s", (text) =>
    expect(asksForHuman(text)).toBe(true),
  );
  it.each(["人工服务很好，谢谢", "别人来听过了", "我是收件人"])("not: %s", (text) => expect(asksForHuman(text)).toBe(false));
});

describe("facts and what a person says of them", () => {
  const read = file("f1", { content: chat(WAITED) });
  const confirmed = (decisions: ConfirmedReading["decisions"], turns: ConfirmedReading["turns"] = null) => ({
    ...read,
    confirmed: { turns, decisions, at: "" },
  });
  const key = (fact: string) => proposalsOf([read]).find((one) => one.fact === fact)?.key ?? "";

  it("nothing is an answer before a person said so", () => {
    expect(proposalsOf([read]).map((one) => [one.fact, one.value])).toContainEqual(["waitSeconds", 181]);
    expect(answersOf(proposalsOf([read]))).toEqual({});
  });
  it("right and corrected ones are answers, wrong ones none", () => {
    const said = confirmed([
      { key: key("humanRequests"), fact: "humanRequests", proposed: 2, verdict: "corrected", value: 5 },
      { key: key("waitSeconds"), fact: "waitSeconds", proposed: 181, verdict: "right" },
      { key: key("reachedHuman"), fact: "reachedHuman", proposed: true, verdict: "wrong" },
    ]);
    expect(answersOf(proposalsOf([said]))).toEqual({ humanRequests: "5", waitMinutes: "3", waitSeconds: "1" });
  });
  it("text put right changes what is proposed, and an old answer to another value no longer counts", () => {
    const turns = [
      { side: "user" as const, text: "查订单" },
      { side: "agent" as const, text: "请先描述您的问题" },
      { side: "user" as const, text: "人工" },
      { side: "system" as const, text: "已为您转接人工客服" },
    ];
    const said = confirmed([{ key: key("humanRequests"), fact: "humanRequests", proposed: 2, verdict: "right" }], turns);
    const now = proposalsOf([said]).find((one) => one.fact === "humanRequests");
    expect(now).toMatchObject({ value: 1, decided: null });
  });
  it("a line that was emptied is no line", () => {
    const turns = [
      { side: "user" as const, text: "" },
      ...["请先描述您的问题", "人工", "已为您转接人工客服"].map((text) => ({ side: "agent" as const, text })),
    ];
    expect(conversationsOf([confirmed([], turns)])[0]?.lines.map((one) => one.line)).toEqual([1, 2, 3]);
  });
});

describe("words typed beside a recording", () => {
  it("times, names, subtitles", () => {
    expect(readTranscript("0:31 我：转人工\n0:36 客服：请问\n1:02:03 我：还在吗")).toEqual([
      { at: 31, side: "user", text: "转人工" },
      { at: 36, side: "agent", text: "请问" },
      { at: 3723, side: "user", text: "还在吗" },
    ]);
    expect(
      readTranscript("1\n00:00:31,000 --> 00:00:33,000\nMe: human please\n\n2\n00:00:36,000 --> 00:00:39,000\nAgent: no"),
    ).toMatchObject([
      { at: 31, side: "user" },
      { at: 36, side: "agent" },
    ]);
  });
  it("is the same after it was written out and read again", () => {
    const lines = readTranscript("0:03 菜单：人工服务请按零\n0:31 我：转人工");
    expect(readTranscript(writeTranscript(lines, { user: "用户", agent: "客服", system: "系统", human: "人工" }))).toEqual(lines);
  });
});

describe("one timeline of all evidence", () => {
  const sound = { duration: 400, segments: [{ start: 60, end: 200, kind: "hold" as const }], peaks: [0.1, 0.2] };
  const call = file("c1", {
    kind: "audio",
    content: { kind: "sound", ...sound },
    transcript: {
      by: "complainant",
      lines: readTranscript("0:22 菜单：人工服务请按零\n0:31 我：转人工\n5:12 人工：您好，让您久等了"),
    },
  });
  it("marks 180 s from the first request, 60 for those who go first, and 15 s from the start of a call", () => {
    const limits = (priority: boolean) => timelineOf([call], priority)[0]?.limits;
    expect(limits(false)).toEqual([
      { clause: "B2.1", start: 31, limit: 180, end: 312, met: true },
      { clause: "B1.3", start: 0, limit: 15, end: 22, met: true },
    ]);
    expect(limits(true)?.[0]).toMatchObject({ clause: "B3.2", limit: 60 });
  });
  it("puts what shows a day before what shows none, in order", () => {
    const strands = timelineOf(
      [
        call,
        file("t2", { content: chat("2026-09-07 10:00:00 我：人工\n2026-09-07 10:01:00 客服：好") }),
        file("t1", { content: chat("2026-09-06 10:00:00 我：人工\n2026-09-06 10:01:00 客服：好") }),
      ],
      false,
    );
    expect(strands.map((one) => one.evidenceIds[0])).toEqual(["t1", "t2", "c1"]);
  });
  it("counts on over midnight", () => {
    const strand = timelineOf(
      [file("n", { content: chat("[23:59:00] 我：人工\n[00:03:00] 系统：已为您转接人工客服") })],
      false,
    )[0];
    expect(strand).toMatchObject({ duration: 240, limits: [{ clause: "B2.1", start: 0, end: 240 }] });
  });
  it("a wait that never ended runs to the end of what there is", () => {
    const strand = timelineOf([file("o", { content: chat("[10:00:00] 我：人工\n[10:10:00] 系统：会话超时结束") })], false)[0];
    expect(strand?.limits).toEqual([{ clause: "B2.1", start: 0, limit: 180, end: 600, met: false }]);
  });
  it("hold in a recording without words is a spot too", () =>
    expect(timelineOf([file("r", { kind: "audio", content: { kind: "sound", ...sound } })], false)[0]?.moments).toMatchObject([
      { kind: "hold", second: 60, lasts: 140 },
    ]));
});
