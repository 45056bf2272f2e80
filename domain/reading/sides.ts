import type { TurnSide } from "./turns";

const USER =
  /^(?:我|本人|用户|用戶|客户|客戶|顾客|顧客|买家|買家|消费者|消費者|投诉人|投訴人|me|you|user|customer|client|buyer|caller|consumer|visitor)$/i;
const USER_PART = /^(?:用户|用戶|客户|客戶|顾客|顧客|买家|買家|user|customer)[\s_:-]?\w*$/i;
const SYSTEM = /^(?:系统|系統|系统消息|系統訊息|提示|菜单|菜單|语音菜单|语音|語音|system|notice|info|menu|ivr|prompt)$/i;
const AGENT =
  /客服|坐席|座席|助手|机器人|機器人|人工|智能|专员|專員|商家|店|官方|agent|bot|assistant|support|service|seller|staff|representative|^ai$/i;

/** Whose words a name stands for; null where the name alone does not tell. */
export function sideOfName(name: string): TurnSide | null {
  const bare = name.replace(/[[\]【】（）()<>\s]/g, "");
  if (USER.test(bare) || USER_PART.test(bare)) return "user";
  if (SYSTEM.test(bare)) return "system";
  return AGENT.test(bare) ? "agent" : null;
}

/**
 * Sides of all names of a conversation. A name that tells nothing is the company's where somebody else is known as the person, and the person's where
 * somebody else is known as the company's; of two that tell nothing, who speaks first is the person.
 */
export function sidesOfNames(names: readonly string[]): ReadonlyMap<string, TurnSide> {
  const sides = new Map<string, TurnSide>();
  for (const name of names) {
    const side = sideOfName(name);
    if (side) sides.set(name, side);
  }
  for (const name of names) {
    if (sides.has(name)) continue;
    const known = new Set(sides.values());
    sides.set(name, known.has("user") ? "agent" : "user");
  }
  return sides;
}

const HUMAN = /人工|坐席|座席|真人|human|live/i;
const STAFF = /^(?:客服|专员|專員|agent|representative|staff|support)$/i;

/** Names of a conversation behind which a person of the company stands: they say so, or are the company's beside another that is its machine. */
export function humanNames(sides: ReadonlyMap<string, TurnSide>): ReadonlySet<string> {
  const company = [...sides].filter(([, side]) => side === "agent").map(([name]) => name);
  return new Set(company.filter((name) => HUMAN.test(name) || (STAFF.test(name) && company.length > 1)));
}
