/**
 * What people of the field call the same thing, in folded form (simplified, lower case). Asking for one finds all of its group; what stands in
 * quotation marks is taken as it is. The longest is matched first.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ["转人工", "人工客服", "真人客服", "真人", "活人", "人工坐席", "人工服务", "human agent", "real person", "live agent"],
  ["机器人", "智能客服", "ai客服", "智能助手", "虚拟客服", "chatbot", "bot"],
  ["退款", "退钱", "退费", "返款", "refund"],
  ["排队", "等候", "等待", "waiting", "queue"],
  ["回电", "回拨", "回访电话", "callback", "call back"],
  ["老人", "老年人", "长者", "老人家", "senior", "elderly"],
  ["残疾人", "残障", "视障", "听障", "disabled"],
  ["录音", "通话记录", "通话录音", "recording"],
  ["聊天记录", "对话记录", "会话记录", "transcript"],
  ["运费", "邮费", "快递费", "freight", "shipping"],
  ["手续费", "服务费", "退票费", "fee"],
  ["敷衍", "套话", "车轱辘话", "canned reply"],
  ["投诉", "申诉", "complaint"],
  ["承诺", "答应", "保证", "promise"],
];

/** All words of the groups, longest first. */
export const SYNONYM_WORDS: readonly string[] = SYNONYMS.flat().sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const GROUP = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group] as const)));

/** The words that stand for one and the same, itself first; only itself where it belongs to no group. */
export function sameAs(word: string): readonly string[] {
  const group = GROUP.get(word);
  return group ? [word, ...group.filter((w) => w !== word)] : [word];
}
