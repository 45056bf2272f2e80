import type { Lang, Voice } from "./types";

/** Last sentences people add; they never state a fact. */
// biome-ignore format: texts, one a line
export const CLOSERS: Readonly<Record<Voice, readonly string[]>> = {
  plain: ["", "", "希望能有人管一管。", "材料都传了，麻烦看一下。", "我的要求不高，把话说清楚就行。"],
  angry: ["", "别再跟我说请耐心等待！", "必须给我一个说法。", "这事没完。", "今天我就跟它较这个真。"],
  polite: ["", "麻烦你们了，谢谢。", "如需补充材料，请随时联系我。", "祝工作顺利。", "我说的可能不够周全，以记录为准。"],
  elder: ["", "我年纪大了，说得啰嗦，请你们多担待。", "字是我孙子帮着打的，话是我说的。", "麻烦同志们了。"],
  terse: ["", "", "", "请处理。"],
  long: ["", "写了这么长，不是为了这点钱，是想让下一个人少走几步。", "以上都有记录，可以核对。", "说到这儿我自己都觉得好笑，可当时一点也笑不出来。"],
};

export const CLOSERS_HANT: readonly string[] = ["", "懇請跟進，謝謝。", "有需要可再提供資料。"];
export const CLOSERS_EN: readonly string[] = [
  "",
  "I am happy to send more if you need it.",
  "I would simply like somebody to look at it.",
];

/** Lines with personal data, as people do write them; numbers are invented (199-0000-xxxx is kept free for this demo). */
export const WITH_CONTACT: readonly string[] = [
  "我叫{name}，电话{phone}。",
  "订单号{order}，登记的是{name}，手机{phone}。",
  "联系人{name}，{phone}，白天都在。",
  "我的订单是{order}，收件人{name}。",
  "邮箱{mail}，电话{phone}，都可以找到我。",
  "地址是{address}，收件人{name}。",
];
export const WITH_CONTACT_OTHER: Readonly<Partial<Record<Lang, readonly string[]>>> = {
  "zh-Hant": ["本人{name}，電話{phone}。", "訂單編號{order}。"],
  en: ["My order number is {order}.", "You can reach me at {mail}."],
};

/** Invented people. */
export const SURNAMES = [
  ..."王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万",
];
export const GIVEN = [
  "秀兰",
  "桂英",
  "建国",
  "志强",
  "丽华",
  "晓燕",
  "雨桐",
  "子涵",
  "浩然",
  "欣怡",
  "文博",
  "淑珍",
  "国庆",
  "海燕",
  "思远",
  "梦琪",
  "俊杰",
  "玉梅",
  "明轩",
  "春花",
  "立新",
  "佳宁",
  "一鸣",
  "素芬",
  "嘉豪",
  "晚晴",
  "德福",
  "若溪",
  "振华",
  "小满",
];
export const ADDRESSES = [
  "临渚市云栖路88弄6号301室",
  "北洲市松间里12号楼2单元502",
  "临渚市橹声巷7号",
  "北洲市折柳街19号",
  "东泽市青砾大道200号3栋1104",
];
