import { type Candidate, candidate } from "./candidate";

// What names of Tibetans, Mongols, Uyghurs and Kazakhs are made of, as they are written in Chinese.
const TIBETAN =
  "扎西|次仁|卓玛|达娃|尼玛|拉姆|央金|德吉|旺堆|格桑|丹增|平措|索朗|洛桑|巴桑|多吉|顿珠|白玛|仁青|曲珍|措姆|强巴|旦增|边巴|米玛|普布|罗布|旺姆|卓嘎|益西|江村|曲扎|才让|加措|嘉措|仁增|桑珠|桑吉|拉毛|贡布|贡觉|群培|次旦|旺久|玉珍|德庆|阿旺|土登|班觉|格列|索南|彭措|云丹|西绕|扎巴|央宗|拉珍|吉美|晋美|尕藏|才旦|南杰|旦巴|仁钦|才仁|丹巴|俄日|泽仁|泽朗|斯郎|四郎|志玛|拥忠|拥措";
const MONGOL =
  "乌云|其其格|其木格|巴特尔|巴图|格日勒|格日乐|图雅|托娅|娜仁|敖登|高娃|苏日娜|萨日娜|朝鲁|宝音|呼格|吉勒图|吉日嘎拉|乌兰|斯琴|毕力格|必力格|阿拉坦|孟根|孟和|苏和|苏布达|青格|哈斯|额尔德|额尔敦|额日|乌日|塔娜|通拉嘎|通嘎|那仁|那顺|那木|布和|布赫|朝克图|满都拉|满达|苏德|毕勒|莫日根|阿茹娜|阿古拉|特木尔|铁木尔|达来|达布|牧仁|伊拉|乌恩|奇|格根|其|满来|朝格|呼和|恩和|吉雅|白音|巴雅尔|巴根|花拉|花尔|琪琪格|斯日古楞|日娜|尼|敖敦|德力|德德玛|查干|萨仁|苏雅拉|图门|乌吉斯古楞";
const TURKIC =
  "阿不都|阿卜杜|阿布都|阿迪力|阿依|古丽|古力|努尔|热依|迪丽|迪力|吐尔|吐逊|买买提|买合|麦麦提|艾力|艾克|艾合买提|艾孜|木拉提|克孜|夏提|热合曼|热西提|沙拉|帕提|帕尔|阿吉|库尔班|肉孜|亚森|玉素|依明|依布拉|伊力|伊布|哈力|哈里|巴哈尔|别克|叶尔|赛力克|巴合|努尔兰|哈木|那孜|娜扎|米热|米尔|夏依|再努|祖丽|祖力|尼亚孜|吾买尔|吾守尔|斯坎|江|尔|提|别|克|汗|木|娅|罕|甫";
const made = (parts: string, least: number) => `(?:${parts}){${least},4}`;
// Two parts of one people or more: 扎西次仁, 敖登高娃, 阿依古丽. Of the Turkic ones the first must be a whole part.
const PATTERN = new RegExp(
  `${made(TIBETAN, 2)}|(?:${MONGOL.replaceAll("|奇|", "|").replaceAll("|其|", "|").replaceAll("|尼|", "|")})(?:${MONGOL}){1,2}|(?:${TURKIC.slice(0, TURKIC.indexOf("|江|"))})(?:${TURKIC}){1,4}`,
  "g",
);

const PART = new RegExp(
  `(?:${TURKIC}|买|提|拉|夏|拜|图|阿|娜|米|热|孜|普|巴|卡|麦|沙|尼|苏|赛|艾|伊|哈|玛|依|亚|帕|萨|里|丽|努|肉|铁|木|逊|孙|合|力|迪|依|吉|斯|孜|江)`,
  "y",
);

/** 努尔夏提·艾力: how far a name reaches to the left of its dot and to the right, by the syllables such names are made of; 0 when it does not. */
export function aroundDot(text: string, dot: number): { start: number; end: number } | null {
  const reach = (from: number, to: number) => {
    let at = from;
    for (PART.lastIndex = at; at < to && PART.test(text); PART.lastIndex = at) at = PART.lastIndex;
    return Math.min(at, to);
  };
  let start = dot;
  for (let at = dot - 2; at >= Math.max(0, dot - 7); at--) if (reach(at, dot) === dot) start = at;
  let end = reach(dot + 1, Math.min(text.length, dot + 9));
  if (/^买的/.test(text.slice(end - 1))) end -= 1;
  return start < dot && end > dot + 2 ? { start, end } : null;
}

/** Names without a surname, of peoples whose names are written in Chinese by their sound. */
export function namesBySound(text: string): Candidate[] {
  return [...text.matchAll(PATTERN)]
    .filter(
      (match) =>
        match[0].length >= 4 &&
        !/^(?:路|街|镇|乡|村|县|市|区|酒店|饭店|餐厅|广场)/.test(text.slice(match.index + match[0].length)),
    )
    .map((match) => candidate("NAME", "given_name", match.index, match.index + match[0].length, 22));
}
