/** Parts of characters that PDFs written on phones and in browsers hold in place of the characters themselves; Unicode calls them compatible only in part. */
const PARTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."⼾户⺁厂⺊卜⺋㔾⺎兀⺏尣⺟母⺠民⺣灬⺧牛⺨犭⺩王⺬示⺭礻⺮竹⺱罒⺶羊⺷羊⺸羊⺻聿⺼月⻀艹⻁虎⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⻳龟",
  ]
    .join("")
    .match(/.{2}/gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);

/** A letter as people write it: the character for a part of one (⽤ becomes 用, ⻓ becomes 长). One letter stays one letter. */
export const plainLetter = (letter: string): string =>
  PARTS[letter] ?? (/[\u2f00-\u2fdf]/.test(letter) ? letter.normalize("NFKC") : letter);
