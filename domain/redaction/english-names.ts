import { type Candidate, candidate } from "./candidate";

const words = (list: string) => new Set(list.split(" "));

/** Surnames as they are written in Latin letters on the mainland, in Hong Kong, Macao and Taiwan. */
const SURNAMES = words(
  "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Jiang Cui Zhong Tan Fan Jin Shi Liao Jia Xia Fu Fang Bai Zou Meng Xiong Qin Qiu Hou Jiang Yin Xue Yan Duan Lei Long Tao Shi He Gu Mao Hao Gong Shao Wan Qian Dai Yan Kong Xiang Chang " +
    "Ouyang Zhuge Sima Situ Shangguan Huangfu Murong Linghu Xiahou Dongfang Yuwen Gongsun Zhangsun Duanmu Nangong Weichi Yuchi Zhu Zhuo Zhan Zang Zhai Yue Yi You Ying Yun Xi Xing Wen Weng Tu Teng Sui Shu Sheng Shan Sang Ruan Rong Rao Qu Qi Ping Pu Pei Ou Nie Ni Ning Mu Miao Mi Mei Man Lv Lou Ling Lian Le Lan Kuang Ke Kang Jing Ji Huo Hua Huan Geng Ge Gan Gai Feng Fei Diao Dou Chu Chi Che Chai Cen Bu Bo Bi Bian Ban Bao An Ai " +
    "Chan Wong Lee Leung Cheung Lau Ho Ng Chow Yeung Tsang Kwok Lam Cheng Tse Yip Chiu Mok Fung Tam Tang Chung Yuen Kwan Poon Szeto Auyeung Lai Choi Hui Siu Mak Law Au Wan Ip Kam Leong Lei Iong Hsu Hsieh Tsai Hsiao Chang Chao Chou Chiang Kuo Liao Lo Lung Pai Sung Teng Tseng Tu Yeh Chien Chuang Kao Shih Hung",
);
const GIVEN = words(
  "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry Peter Adam Nathan Zachary Walter Kyle Carl Jeremy Keith Roger Terry Ethan Arthur Albert Eddie Alan Allen Vincent Victor Philip Simon Martin Leo Oscar Felix Ivan Tony Tom Tim Ben Sam Max Alex Jimmy Johnny Bobby Danny Kelvin Calvin Jackie Andy Gordon Howard Edmond Edwin Francis Derek Dickson Winston Wilson Stanley " +
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Catherine Christine Debra Rachel Carolyn Janet Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Cherry Coco Fiona Vivian Wendy Winnie Yvonne Zoe Sally Sandy Sophie Tiffany Tracy Tina Cindy Candy Carmen Carrie Cathy Claire Connie Daisy Elaine Ella Eva Flora Gigi Iris Ivy Jane Jenny Jessie Josephine Kitty Lily Lucy Maggie Mandy May Mia Mandy Nina Peggy Penny Phoebe Polly Queenie Rita Rose Ruby Stella Suki Sunny Annie Ada Agnes Bella Bonnie",
);
const INITIALS = "(?:b|c|ch|d|f|g|h|j|k|l|m|n|p|q|r|s|sh|t|w|x|y|z|zh)?";
const FINALS =
  "(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)";
const PINYIN = new RegExp(`^(?:${INITIALS}${FINALS}){1,2}$`, "i");
const LONG_PINYIN = new RegExp(`^(?:${INITIALS}${FINALS}){1,3}$`, "i");
const PAIR = /(?<![A-Za-z.])([A-Z][a-z]{1,14})((?:[ -](?:[A-Z][a-z]{1,14}|[A-Z]\.)){1,3})(?![A-Za-z])/g;
// Places and other names made like a person's.
const NO_PERSON =
  /\b(?:Hong|Kong|Shan|Road|Rd|Street|St|Avenue|Ave|Lane|Tower|Building|Block|District|City|Province|Bank|Pay|Pro|Max|Mini|Plus|Store|Shop|App|Bot|Robot|Service|Services|Customer|Support|Agent|Assistant|Chat|Human|Center|Centre|Hotel|Airlines|Air|Express|Mall|Plaza|Park|Bay|Island|Line|Station|Terminal|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Standard|Day|Festival|Year|Team|Manager|Limited|Ltd|Co|Inc|Mobile|Telecom|Unicom|Cloud|Video|Music|Games|Insurance|Group|Company|University|College|School|Hospital|Airport|China|Beijing|Shanghai|Guangzhou|Shenzhen|Macau|Macao|Taiwan|Taipei|Kowloon|New|The|Please|Dear|Hi|Hello|Thank|Thanks|Sorry|Order|Flight|Train)\b/;
const LEAD =
  /(?:\b(?:[Mm]y (?:full )?name is|[Nn]ame(?: is)?[:,]?|[Cc]ontact(?: person)?:|[Cc]ustomer:|[Cc]omplainant:|[Pp]assenger:?|[Gg]uest:?|called|named|I am|I'm|[Tt]his is|[Aa]gent(?:,| was| is)?|[Mm]anager,?|[Ss]upervisor,?|[Rr]epresentative,?|[Oo]perator,?|[Cc]olleague,?|[Dd]river,?|[Cc]ourier,?|[Ff]riend,?|[Hh]usband,?|[Ww]ife,?|[Mm]other,?|[Ff]ather,?|[Ss]on,?|[Dd]aughter,?|[Ss]igned(?: by)?,?|[Ss]incerely,|[Rr]egards,|[Rr]ecipient:?|[Cc]ardholder:?|[Aa]ccount holder:?|spoke (?:to|with)|talked (?:to|with)|(?:transferred|connected|assigned|put through) to|[Ff]rom:?|[Bb]y|[Tt]o:|[Dd]ear|Mr\.?|Ms\.?|Mrs\.?|Miss|Dr\.?)\s+)$/;

// 护照上是LIN MEIHUA, and in running Chinese a name of two words before a comma or a bracket.
const CAPITALS = /(?<![A-Za-z])([A-Z]{2,12})([ ,/]{1,2}[A-Z]{2,14}){1,2}(?![A-Za-z])/g;
const CHINESE_LEAD =
  /(?:护照|机票|登机牌|姓名|名字|拼音|英文名|乘客|旅客|持卡人|收件人|联系人|客服|经理|叫|我是|同事|朋友|同学)(?:上)?(?:写|印|填)?(?:的|成了?)?(?:名字|姓名)?(?:是|为|:|\s)*$/;

/** Names in Latin letters: after a word that leads to one, or made of a usual given name and a surname, or of a surname and pinyin. */
export function englishNames(text: string): Candidate[] {
  const capitals = [...text.matchAll(CAPITALS)].flatMap((match) => {
    const parts = match[0].split(/[ ,/]+/).map((part) => part.charAt(0) + part.slice(1).toLowerCase());
    const lead = CHINESE_LEAD.test(text.slice(Math.max(0, match.index - 14), match.index));
    const chinese = SURNAMES.has(parts[0] ?? "") && parts.slice(1).every((part) => LONG_PINYIN.test(part));
    const western = GIVEN.has(parts[0] ?? "") || GIVEN.has(parts[1] ?? "");
    return (lead || western) && (chinese || western)
      ? [candidate("NAME", "name_label", match.index, match.index + match[0].length, 25)]
      : [];
  });
  const mixed = [...text.matchAll(PAIR)].flatMap((match) => {
    let start = match.index;
    let parts = match[0].split(" ");
    // "Dear Emily Wong", "Contact Li Na": the first word is none of the name.
    while (parts.length > 2 && !isPart(parts[0] ?? "")) {
      start += (parts[0] ?? "").length + 1;
      parts = parts.slice(1);
    }
    const name = parts.join(" ");
    const left = text.slice(Math.max(0, start - 24), start);
    const described = /^\s?(?:女士|先生|小姐|老师|经理)|^\s?\((?:留学生|外籍|本人|女|男|乘客|旅客|同事|我的?)/.test(
      text.slice(start + name.length),
    );
    const lead = LEAD.test(left) || CHINESE_LEAD.test(left) || described;
    if (NO_PERSON.test(name) || parts.length > 4) return [];
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    const western = GIVEN.has(first) && (SURNAMES.has(last) || /^[A-Z][a-z]{2,}$/.test(last));
    const chinese = SURNAMES.has(first) && parts.slice(1).every((part) => part.split("-").every((p) => PINYIN.test(p)));
    const turned = SURNAMES.has(last) && parts.slice(0, -1).every((part) => part.split("-").every((p) => PINYIN.test(p)));
    if (!lead && !western && !chinese && !turned) return [];
    if (!lead && !western && parts.length < 2) return [];
    return [candidate("NAME", "name_label", start, start + name.length, 25)];
  });
  return [...capitals, ...mixed];
}

const isPart = (word: string) => GIVEN.has(word) || word.split("-").every((part) => SURNAMES.has(part) || PINYIN.test(part));
