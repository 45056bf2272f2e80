import { after, bare, before, type Candidate, candidate } from "./candidate";
import { hasIdCheckDigit, hasIdShape, hasIssuer, hasTaiwanCheckDigit, passesLuhn } from "./check-digits";

const ID18 = /(?<![\dA-Za-z.])[1-8]\d{5}[- ]{0,2}(?:19|20)\d{2}[- ]?\d{4}[- ]{0,2}\d{3}[- ]?[\dXx](?![\dA-Za-z]|\.\d)/g;
const ID15 = /(?<![\dA-Za-z.])[1-8]\d{5}[- ]?\d{6}[- ]?\d{3}(?![\dA-Za-z]|\.\d)/g;
const ID_LABEL =
  /(?:身份证|居民证|证件|身分证|ID ?card|ID number|identity)(?:件|证)?(?:号码|号|编号|no\.?|number)?(?:是|为|输成了?)?[:#\s]{0,3}$/i;
const OTHER_DOCUMENT =
  /(?:护照|通行证|台胞证|回乡证|军官证|居留证|居住证|驾驶证|驾照|身份证|身分证|社保卡?|医保卡?|passport)(?:件)?(?:字号|号码|号|编号| no\.?| number)?(?:是|为| is)?[:\s]{0,3}([A-Za-z]{0,2}\d[\dA-Za-z]{5,17}(?:\([\dA]\))?)(?![\dA-Za-z])/gi;
// What says that a number of this shape is something else.
const NAMED_ELSE = /^\s?(?:这?是?(?:商品|批次|批号|订单|单号|编号|流水)|[这那]?个?(?:订单|单|快递))/;
const ORDER_LABEL = /(?:单号|单编号|订单|运单|快递|物流|流水号|交易号|tracking|order)[^\d,。;]{0,6}$/i;

const CARD = /(?<![\dA-Za-z.])\d{4}(?:[- ]?\d){9,15}(?![\dA-Za-z]|[- ]\d|\.\d)/g;
const CARD_LABEL =
  /(?:银行卡|储蓄卡|借记卡|信用卡|工资卡|银联卡|社会保障卡|存折|卡号|账号|账户|账户号|收款账号|开户行|银行|转到|打到|退到|bank card|card (?:no|number))[^\d。;\n]{0,10}$/i;
const OWN_CARD = /(?:[我你他她]的?|这张|那张|本人|对方)?卡(?:上|里|内|中)?(?:是|为)?[:\s]{0,3}$/;
const BANK_WORD = /(?:银行|储蓄|借记|信用卡|工资卡|银联|开户|[工建农中招交光浦]行|邮储)[^\d。;\n]{0,14}$/;
const NOT_A_CARD = /(?:条形?码|商品|货号|型号|数量|时间戳|编码|序列号|会员卡|购物卡|礼品卡|充值卡|IMEI|SKU)[^\d,。;\n]{0,6}$/i;

// Identity cards of Hong Kong, whose check digit stands in brackets.
const HONG_KONG = /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}\([\dA]\)/g;

// Of Taiwan; of Macao, whose check digit stands in brackets.
const TAIWAN = /(?<![A-Za-z0-9-])[A-Z][1289]\d{8}(?![A-Za-z0-9-]|\.\d)/g;
const MACAO = /(?<![A-Za-z0-9])[157]\d{6}\(\d\)/g;

/** Identity numbers of 18 digits (check digit, or a label that says so), of 15 and of other regions, and other documents after their label. */
export function idCards(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(ID18)) {
    const digits = bare(match[0]);
    const labelled = ID_LABEL.test(before(text, match.index, 16));
    const other = ORDER_LABEL.test(before(text, match.index, 16)) || NOT_A_CARD.test(before(text, match.index, 16));
    if (
      digits.length !== 18 ||
      !hasIdShape(digits) ||
      (!labelled && !hasIdCheckDigit(digits) && (other || NAMED_ELSE.test(after(text, match.index + match[0].length, 8))))
    )
      continue;
    found.push(candidate("ID_CARD", "check_digit", match.index, match.index + match[0].length, 90));
  }
  for (const match of text.matchAll(ID15)) {
    const left = before(text, match.index, 16);
    if (bare(match[0]).length !== 15 || !hasIdShape(bare(match[0])) || ORDER_LABEL.test(left) || NOT_A_CARD.test(left)) continue;
    found.push(candidate("ID_CARD", "old_id", match.index, match.index + match[0].length, ID_LABEL.test(left) ? 90 : 50));
  }
  for (const match of text.matchAll(TAIWAN))
    if (hasTaiwanCheckDigit(match[0]) && !ORDER_LABEL.test(before(text, match.index, 16)))
      found.push(candidate("ID_CARD", "check_digit", match.index, match.index + match[0].length, 84));
  for (const match of [...text.matchAll(HONG_KONG), ...text.matchAll(MACAO)])
    found.push(candidate("ID_CARD", "document_label", match.index, match.index + match[0].length, 84));
  for (const match of text.matchAll(OTHER_DOCUMENT)) {
    const number = match[1] ?? "";
    const end = match.index + match[0].length;
    found.push(candidate("ID_CARD", "document_label", end - number.length, end, 85));
  }
  for (const match of text.matchAll(
    /(?:军官证|士兵证|文职证)(?:件)?(?:号码|号)?(?:是|为)?[:\s]{0,3}([\u4e00-\u9fff]字第?\d{5,10}号?)/g,
  )) {
    const end = match.index + match[0].length;
    found.push(candidate("ID_CARD", "document_label", end - (match[1] ?? "").length, end, 85));
  }
  return found;
}

const COMPANY_ACCOUNT =
  /(?:对公|公司|企业|收款|开户|结算|基本)(?:银行)?(?:账户|账号|帐户|帐号)(?:号码|号)?(?:是|为)?[:\s]{0,3}(\d{12,24})(?!\d)/g;

/** Bank cards: 13 to 19 digits of an issuer with a right Luhn digit; after a label that speaks of a bank any such number. */
export function bankCards(text: string): Candidate[] {
  const accounts = [...text.matchAll(COMPANY_ACCOUNT)].map((match) => {
    const end = match.index + match[0].length;
    return candidate("BANK_CARD", "card_label", end - (match[1] ?? "").length, end, 79);
  });
  const cards = [...text.matchAll(CARD)].flatMap((match) => {
    const digits = bare(match[0]);
    const left = before(text, match.index, 24);
    if (digits.length > 19 || ORDER_LABEL.test(left) || NOT_A_CARD.test(left)) return [];
    const right = passesLuhn(digits) && hasIssuer(digits);
    const labelled = CARD_LABEL.test(left);
    const bank = BANK_WORD.test(left) && digits.length >= 15;
    const own = OWN_CARD.test(left) && hasIssuer(digits);
    const union =
      /^62\d{14,17}$/.test(digits) && hasIssuer(digits) && !NAMED_ELSE.test(after(text, match.index + match[0].length, 8));
    if (!right && !union && !bank && !own && !(labelled && (passesLuhn(digits) || (hasIssuer(digits) && digits.length >= 16))))
      return [];
    const end = match.index + match[0].length;
    return [candidate("BANK_CARD", right ? "card_number" : "card_label", match.index, end, 80)];
  });
  return [...cards, ...accounts];
}
