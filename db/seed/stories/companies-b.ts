import type { DemoCompany } from "./company-types";
import { DILIGENT, EVASIVE, FORMULAIC, IMPROVING, LEGALISTIC, SMALL_HONEST } from "./temperaments";

/** Banking, insurance, education. */
const FINANCE: readonly DemoCompany[] = [
  {
    slug: "linxi", name: "临溪银行", nameHant: "臨溪銀行", nameEn: "Brookside Bank", pinyin: "linxi yinhang",
    sector: "banking", sizeClass: "giant", serviceEmail: "xiaobao@linxi.example",
    aliases: ["临溪", "臨溪", "临溪手机银行", "臨溪手機銀行", "临溪信用卡", "Brookside"],
    app: "临溪手机银行", bot: "溪溪", pledgeSignedOn: "2024-12-16",
    contacts: [5210, 5380, 5290, 5340, 5460, 5510, 5390], auditedFrom: "2024Q4",
    temperament: { ...DILIGENT, complaints: 46, breach: 0.38, habits: { senior_not_first: 5, disabled_wait: 3, late_prompt: 2, vague_reply: 2, full_menu: 2, freight_untold: 0 } },
  },
  {
    slug: "yunyan", name: "云砚支付", nameHant: "雲硯支付", nameEn: "Inkstone Pay", pinyin: "yunyan zhifu",
    sector: "banking", sizeClass: "giant", serviceEmail: "rights@yunyan.example",
    aliases: ["云砚", "雲硯", "云砚钱包", "雲硯錢包", "云砚先享", "Inkstone"],
    app: "云砚", bot: "砚台助理", pledgeSignedOn: "2025-08-11",
    contacts: [4100, 4230, 4350, 4410, 4690, 4520, 4600], auditedFrom: "2025Q3",
    matters: ["bank-frozen", "bank-stolen", "bank-fee", "bank-transfer"],    temperament: { ...LEGALISTIC, complaints: 42, habits: { vague_reply: 4, ai_first: 3, no_human_entry: 3, twenty_asks: 2, records_late: 2, freight_untold: 0 } },
  },
  {
    slug: "qingli", name: "青砾保险", nameHant: "青礫保險", nameEn: "Greenpebble Insurance", pinyin: "qingli baoxian",
    sector: "insurance", sizeClass: "large", serviceEmail: "shensu@qingli.example",
    aliases: ["青砾", "青礫", "青砾车险", "青礫車險", "青砾医保通", "Greenpebble"],
    app: "青砾保险", bot: "小砾", pledgeSignedOn: "2025-05-27",
    contacts: [960, 1010, 985, 1030, 1075, 1060, 1095], auditedFrom: "2026Q1",
    temperament: { ...LEGALISTIC, complaints: 35, habits: { canned_reply: 3, not_solved_twice: 3, terms_embellished: 4, no_callback: 3, records_refused: 2, freight_untold: 0 } },
  },
  {
    slug: "yansan", name: "檐伞保险", nameHant: "簷傘保險", nameEn: "Umbrella Eaves Mutual", pinyin: "yansan baoxian",
    sector: "insurance", sizeClass: "medium", serviceEmail: "kefu@yansan.example",
    aliases: ["檐伞", "簷傘", "檐伞宠物险", "Umbrella Eaves"],
    app: "檐伞", bot: "小伞", pledgeSignedOn: null,
    contacts: [205, 212, 220, 231, 226, 240, 238], auditedFrom: null,
    matters: ["ins-claim-loop", "ins-refused", "ins-cancel", "ins-renew"],    temperament: { ...SMALL_HONEST, complaints: 10, habits: { terms_embellished: 2, records_late: 2, freight_untold: 0 } },
  },
  {
    slug: "songjian", name: "松间课堂", nameHant: "松間課堂", nameEn: "Pinewood Classroom", pinyin: "songjian ketang",
    sector: "education", sizeClass: "large", serviceEmail: "tuifei@songjian.example",
    aliases: ["松间", "松間", "松间网校", "松間網校", "松间课堂App", "Pinewood"],
    app: "松间课堂", bot: "松果老师", pledgeSignedOn: null,
    contacts: [620, 655, 640, 760, 690, 670, 655], auditedFrom: null,
    temperament: { ...EVASIVE, complaints: 36, breach: 0.76, habits: { ai_first: 5, refund_hidden: 5, promise_broken: 4, no_human_entry: 2, dead_number: 2, late_prompt: 0 } },
  },
  {
    slug: "maimang", name: "麦芒编程", nameHant: "麥芒編程", nameEn: "Wheat Awn Coding", pinyin: "maimang biancheng",
    sector: "education", sizeClass: "small", serviceEmail: "teacher@maimang.example",
    aliases: ["麦芒", "麥芒", "麦芒少儿编程", "Wheat Awn"],
    app: "麦芒小程序", bot: "芒芒", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["edu-refund", "edu-teacher", "edu-promise"],    temperament: { ...SMALL_HONEST, complaints: 7, habits: { promise_broken: 2, refund_hidden: 3, late_prompt: 0, full_menu: 0 } },
  },
];

/** Travel: the sector whose league has every grade. */
const TRAVEL: readonly DemoCompany[] = [
  {
    slug: "bozhou", name: "泊舟旅行", nameHant: "泊舟旅行", nameEn: "Mooring Travel", pinyin: "bozhou lvxing",
    sector: "travel", sizeClass: "large", serviceEmail: "zhengce@bozhou.example",
    aliases: ["泊舟", "泊舟旅行网", "泊舟旅行網", "泊舟酒店", "Mooring"],
    app: "泊舟旅行", bot: "舟舟", pledgeSignedOn: "2025-02-21",
    contacts: [1510, 1430, 1620, 1890, 1540, 1490, 1480], auditedFrom: "2025Q1",
    matters: ["travel-hotel-cancel", "travel-no-room", "travel-tour", "travel-flight-cancel"],    temperament: { ...IMPROVING, complaints: 64, habits: { refund_hidden: 5, promise_broken: 4, long_queue: 4, late_prompt: 2, cut_off: 2, fee_untold: 2 } },
  },
  {
    slug: "zhiyuan", name: "纸鸢航空", nameHant: "紙鳶航空", nameEn: "Paperkite Air", pinyin: "zhiyuan hangkong",
    sector: "travel", sizeClass: "large", serviceEmail: "passenger@zhiyuan.example",
    aliases: ["纸鸢", "紙鳶", "纸鸢航空App", "纸鸢假期", "Paperkite"],
    app: "纸鸢航空", bot: "小鸢", pledgeSignedOn: "2025-07-14",
    contacts: [880, 910, 905, 1120, 940, 965, 930], auditedFrom: "2025Q3",
    matters: ["travel-flight-cancel", "travel-baggage", "travel-name", "travel-wheelchair"],    temperament: { ...LEGALISTIC, complaints: 34, habits: { fee_untold: 4, long_queue: 3, refund_hidden: 3, disabled_wait: 2, stale_knowledge: 3 } },
  },
  {
    slug: "zheliu", name: "折柳出行", nameHant: "折柳出行", nameEn: "Willow Rides", pinyin: "zheliu chuxing",
    sector: "travel", sizeClass: "large", serviceEmail: "legal@zheliu.example",
    aliases: ["折柳", "折柳打车", "折柳打車", "Willow"],
    app: "折柳出行", bot: "小柳", pledgeSignedOn: null,
    contacts: [640, 655, 670, 690, 705, 680, 700], auditedFrom: null,
    matters: ["travel-ride-overcharge", "travel-lost-item", "travel-ride-cancel"],    temperament: { ...EVASIVE, complaints: 33, habits: { no_human_entry: 4, bot_only: 3, canned_reply: 3, order_number_first: 2, records_refused: 3 } },
  },
  {
    slug: "xishan", name: "溪山航空", nameHant: "溪山航空", nameEn: "Streamhill Airlines", pinyin: "xishan hangkong",
    sector: "travel", sizeClass: "large", serviceEmail: "care@xishan.example",
    aliases: ["溪山", "溪山航空App", "Streamhill"],
    app: "溪山航空", bot: "山山", pledgeSignedOn: "2024-11-05",
    contacts: [1320, 1280, 1350, 1510, 1390, 1360, 1340], auditedFrom: "2024Q4",
    matters: ["travel-flight-cancel", "travel-baggage", "travel-name", "travel-wheelchair"],    temperament: { ...DILIGENT, complaints: 22, breach: 0.34, habits: { long_queue: 2, stale_knowledge: 2, late_prompt: 2 } },
  },
  {
    slug: "yunzhan", name: "云栈租车", nameHant: "雲棧租車", nameEn: "Cloudroad Rentals", pinyin: "yunzhan zuche",
    sector: "travel", sizeClass: "medium", serviceEmail: "service@yunzhan.example",
    aliases: ["云栈", "雲棧", "云栈租车App", "Cloudroad"],
    app: "云栈租车", bot: "小栈", pledgeSignedOn: "2025-04-10",
    contacts: [290, 301, 310, 355, 322, 315, 318], auditedFrom: "2025Q2",
    matters: ["travel-car-deposit", "travel-car-fine"],    temperament: { ...DILIGENT, complaints: 18, breach: 0.36, habits: { fee_untold: 3, freight_untold: 0 } },
  },
  {
    slug: "houniao", name: "候鸟民宿", nameHant: "候鳥民宿", nameEn: "Migrant Bird Stays", pinyin: "houniao minsu",
    sector: "travel", sizeClass: "medium", serviceEmail: "stay@houniao.example",
    aliases: ["候鸟", "候鳥", "候鸟民宿App", "Migrant Bird"],
    app: "候鸟民宿", bot: "候候", pledgeSignedOn: "2025-10-22",
    contacts: [260, 275, 288, 340, 296, 281, 290], auditedFrom: "2025Q4",
    matters: ["travel-hotel-cancel", "travel-no-room"],    temperament: { ...SMALL_HONEST, complaints: 16, habits: { refund_hidden: 3, vague_reply: 2, freight_untold: 0 } },
  },
  {
    slug: "lusheng", name: "橹声票务", nameHant: "櫓聲票務", nameEn: "Oarsong Tickets", pinyin: "lusheng piaowu",
    sector: "travel", sizeClass: "medium", serviceEmail: "ticket@lusheng.example",
    aliases: ["橹声", "櫓聲", "橹声演出", "Oarsong"],
    app: "橹声", bot: "桨桨", pledgeSignedOn: null,
    contacts: [310, 290, 335, 402, 360, 318, 344], auditedFrom: null,
    matters: ["travel-ticket"],    temperament: { ...FORMULAIC, complaints: 16, habits: { canned_reply: 3, refund_hidden: 4, fee_untold: 2 } },
  },
  {
    slug: "yuanxiu", name: "远岫旅拍", nameHant: "遠岫旅拍", nameEn: "Far Ridge Photos", pinyin: "yuanxiu lvpai",
    sector: "travel", sizeClass: "small", serviceEmail: "paipai@yuanxiu.example",
    aliases: ["远岫", "遠岫", "Far Ridge"],
    app: "远岫小程序", bot: "岫岫", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["travel-tour"],    temperament: { ...SMALL_HONEST, complaints: 11, habits: { promise_broken: 3, vague_reply: 3, late_prompt: 0, full_menu: 0 } },
  },
  {
    slug: "sishi", name: "四时签证", nameHant: "四時簽證", nameEn: "Four Seasons Visa Desk", pinyin: "sishi qianzheng",
    sector: "travel", sizeClass: "small", serviceEmail: "visa@sishi.example",
    aliases: ["四时", "四時", "四时签"], app: "四时签证", bot: "时时", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["travel-visa"],    temperament: { ...SMALL_HONEST, complaints: 5, habits: { vague_reply: 3, freight_untold: 0 } },
  },
  {
    slug: "ayu", name: "阿屿地陪", nameHant: "阿嶼地陪", nameEn: "Ayu Local Guides", pinyin: "ayu dipei",
    sector: "travel", sizeClass: "micro", serviceEmail: "ayu@ayu.example",
    aliases: ["阿屿", "阿嶼"], app: "阿屿小程序", bot: "屿屿", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["travel-tour"],    temperament: { ...SMALL_HONEST, complaints: 3, habits: { promise_broken: 3, freight_untold: 0 } },
  },
  {
    slug: "yuanye", name: "原野巴士", nameHant: "原野巴士", nameEn: "Heath Coaches", pinyin: "yuanye bashi",
    sector: "travel", sizeClass: "small", serviceEmail: "bus@yuanye.example",
    aliases: ["原野", "原野大巴", "Heath"], app: "原野巴士", bot: "野野", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["travel-ride-cancel", "travel-lost-item"],    temperament: { ...SMALL_HONEST, complaints: 2, habits: { dead_number: 3, freight_untold: 0 } },
  },
  {
    slug: "yiye", name: "一叶露营", nameHant: "一葉露營", nameEn: "One Leaf Camping", pinyin: "yiye luying",
    sector: "travel", sizeClass: "micro", serviceEmail: "camp@yiye.example",
    aliases: ["一叶", "一葉"], app: "一叶小程序", bot: "叶子", pledgeSignedOn: null,
    contacts: [], auditedFrom: null,
    matters: ["travel-no-room"],    temperament: { ...SMALL_HONEST, complaints: 0, habits: {} },
  },
];

export const COMPANIES_B: readonly DemoCompany[] = [...FINANCE, ...TRAVEL]; // prettier-ignore
