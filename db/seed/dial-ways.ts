import type { DialStep } from "@/domain/dial-tests/entry";
import type { DialChannel } from "@/domain/dial-tests/plan";
import { random } from "./random";
import type { DemoCompany } from "./stories";

const key = (what: string): DialStep => ({ kind: "key", what });
const say = (what: string): DialStep => ({ kind: "say", what });
const tap = (what: string): DialStep => ({ kind: "tap", what });
const type = (what: string): DialStep => ({ kind: "type", what });
const wait = (seconds: number): DialStep => ({ kind: "wait", what: String(seconds) });

/** Ways that lead to a human at once, and what else one has to do where they do not. */
const SHORT: Record<DialChannel, readonly (readonly DialStep[])[]> = {
  phone: [
    [key("0")],
    [key("9"), key("0")],
    [say("人工客服")],
    [key("1"), key("0")],
    [key("2"), say("转人工")],
    [wait(8), key("0")],
  ],
  app: [
    [tap("我的"), tap("人工客服")],
    [tap("我的"), tap("客服中心"), type("转人工")],
    [tap("消息"), tap("在线客服"), type("人工")],
    [tap("订单"), tap("联系客服"), tap("转人工")],
  ],
  web: [
    [tap("在线客服"), type("转人工")],
    [tap("联系我们"), tap("人工服务")],
    [tap("帮助中心"), tap("在线客服"), tap("人工")],
  ],
};
const LONG: Record<DialChannel, readonly (readonly DialStep[])[]> = {
  phone: [
    [key("1"), key("3"), say("转人工"), wait(40), say("人工客服"), key("0")],
    [key("2"), key("9"), wait(25), say("转人工"), say("转人工")],
    [wait(35), key("8"), key("0"), say("投诉")],
  ],
  app: [
    [tap("我的"), tap("帮助与反馈"), tap("在线客服"), type("转人工"), tap("都不是"), type("人工")],
    [tap("我的"), tap("设置"), tap("联系我们"), type("人工客服"), type("投诉")],
  ],
  web: [
    [tap("帮助中心"), tap("常见问题"), tap("没有解决"), type("转人工"), type("转人工")],
    [tap("关于我们"), tap("联系我们"), tap("智能客服"), type("人工"), wait(60)],
  ],
};
const PRIORITY: readonly (readonly DialStep[])[] = [
  [key("6")],
  [say("老年人")],
  [key("0"), key("6")],
  [say("我是老年人，请转人工")],
];
const GATE_WORDS: Readonly<Record<string, string>> = { problem_type: "退款问题", sign_in: "登录" };

/** How a tester got through: each company has ways of its own that stay the same from quarter to quarter. No number in it can be dialled. */
export function dialWay(
  company: DemoCompany,
  channel: DialChannel,
  found: { fast: boolean; priority: boolean; gates: readonly string[] },
): { contactPoint: string; actions: DialStep[] } {
  const rng = random(`way to a human at ${company.slug} by ${channel}`);
  const number = `000-8${rng.int(100, 999)}-${rng.int(1000, 9999)}`;
  const contactPoint = { phone: number, app: company.app, web: `www.${company.slug}.example` }[channel];
  const short = rng.pick(SHORT[channel]);
  const long = rng.pick(LONG[channel]);
  const senior = rng.pick(PRIORITY);
  const demanded = found.gates.flatMap((gate) =>
    channel === "phone" ? [say(GATE_WORDS[gate] ?? "没有单号")] : [tap(GATE_WORDS[gate] ?? "跳过")],
  );
  return { contactPoint, actions: [...(!found.fast ? long : found.priority ? senior : short), ...demanded] };
}
