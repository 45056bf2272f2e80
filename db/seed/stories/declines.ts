import type { DeclineText } from "./types";

/** Complaints that are not taken up, with the reason and where else to turn (Rules §3). */
// biome-ignore format: texts, one a line
export const DECLINES: readonly DeclineText[] = [
  { ground: "out_of_scope", headline: "对商品质量不满意，与客服无关", narrative: "买的电饭煲煮饭夹生，换了三次米都一样。客服态度挺好的，也给我登记了，我就是对锅不满意，想让你们评评理，这锅是不是该退。",
    reason: "您反映的是商品质量，不涉及智能客服的服务方式。本平台只处理AI客服是否守规矩，不能判断锅的好坏。", elsewhere: "商品质量可以拨打12315，或向销售地市场监管部门投诉；请留好购买凭证和检测材料。" },
  { ground: "out_of_scope", headline: "商家差评纠纷", narrative: "我给商家打了差评，商家发短信骂我。平台的客服我没联系过，我就想让商家道歉。",
    reason: "纠纷在您与商家之间，没有涉及平台的客服环节，不在受理范围。", elsewhere: "短信辱骂可以保留证据向公安机关报案；对平台处理不服，可先向平台投诉，若客服不理再来这里。" },
  { ground: "out_of_scope", headline: "建议全行业取消智能客服", narrative: "我建议国家取消所有机器人客服，全部换成真人，这样就业也解决了，老人也方便了。希望你们采纳。",
    reason: "这是一项立法建议，没有具体的公司和经过，不能作为投诉裁决。您的意见已转报告编写组参考。", elsewhere: "立法建议可以向全国人大或当地人大代表反映。" },
  { ground: "out_of_scope", headline: "对理赔金额不服", narrative: "保险公司赔了我四千二，我觉得应该赔六千。客服解释得很清楚，人也找得到，就是金额我不认。",
    reason: "您与公司的争议是理赔金额，客服环节没有争议。金额的认定不在本平台范围。", elsewhere: "可以拨打12378向金融监管部门反映，或申请保险纠纷调解；也可以向法院起诉。" },
  { ground: "already_handled", headline: "同一件事上月已裁决", narrative: "上个月你们裁过我这件事，说他们成立三项，我觉得应该四项都成立，所以再投一次，请重新裁。",
    reason: "同一公司、同一次经过已有裁决。对裁决不服应在10个工作日内申请复核，不能另行投诉。", elsewhere: "您的裁决仍在复核期内，请在裁决页点“申请复核”；过期的可以向法院起诉。" },
  { ground: "already_handled", headline: "与另一件投诉重复", narrative: "我爱人昨天也交了一份，说的是同一件事，我怕她没写清楚，再写一份。",
    reason: "与您爱人提交的投诉为同一次经过，已并入该件一起办理，不另立案。您补充的内容已放入该件。", elsewhere: "可凭该件的编号和口令查看进度；口令丢失可以补发。" },
  { ground: "already_handled", headline: "法院已受理", narrative: "我已经起诉他们了，法院下个月开庭。我想你们这边也裁一个，我好拿去当证据。",
    reason: "同一争议已由法院受理，本平台不再并行处理。", elsewhere: "如需调取您自己的客服记录用于诉讼，可以另提“调取记录”的请求，我们会转给公司。" },
  { ground: "not_a_consumer", headline: "供应商货款纠纷", narrative: "我是给他们供货的，货款拖了三个月，找供应商客服全是机器人，一个管事的都没有。",
    reason: "您与该公司是供货关系，不是接受服务的消费者，本《标准》不适用于供应商客服。", elsewhere: "货款纠纷可以向法院起诉，或向中小企业账款投诉平台反映。" },
  { ground: "not_a_consumer", headline: "骑手申诉被机器人驳回", narrative: "我是跑单的骑手，申诉超时扣款，永远是机器人秒回“申诉不通过”，我也想找个人说说。",
    reason: "您的处境我们理解，但骑手与平台之间不是消费关系，不在本《标准》范围内。", elsewhere: "可以拨打12333向人社部门反映，或联系当地新就业形态劳动者服务中心。" },
  { ground: "too_old", headline: "四年前的退款", narrative: "2021年的时候退过一次货，三百多块钱没退给我，那时候忙没管，最近翻账本看到了，想起来生气。",
    reason: "事情发生在四年以前，超过三年的受理期限；公司的记录依规定只保存三年，也已无从核对。", elsewhere: "若有新的经过（例如最近又找过客服而没有回应），可以就新的经过投诉。" },
  { ground: "too_old", headline: "五年前的客服电话", narrative: "五年前给他们打过一个电话，等了半个小时没人接，我一直记着这个事。",
    reason: "超过三年，不能受理。", elsewhere: "若近期仍有同样的情况，欢迎再来，最好留下通话记录。" },
  { ground: "false_or_impersonated", headline: "冒用他人名义", narrative: "本人要求严惩该公司，赔偿十万元。联系方式就是上面那个，有事打那个电话。",
    reason: "经与所留电话的机主核实，其本人没有提交过投诉，也不认识该公司。本件系冒用他人名义。", elsewhere: "如确有其事，请用您本人的联系方式提交；替他人投诉的，请选择“替别人投诉”。" },
  { ground: "false_or_impersonated", headline: "聊天截图系拼接", narrative: "客服骂我，还说永远不给我转人工，有图为证，请严肃处理。",
    reason: "截图中两条消息的时间与公司会话日志不符，字体与该App不一致；经说明后，投诉人承认截图系后期制作。", elsewhere: "不服本决定，可以在10个工作日内申请一次复核。" },
];
