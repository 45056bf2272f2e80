import sharp from "sharp";
import { propose } from "@/domain/redaction";
import { HARMLESS } from "@/domain/redaction/harmless-texts";
import { HELD_OUT } from "@/domain/redaction/held-out-texts";
import { MARKED } from "@/domain/redaction/marked-texts";
import { compare, unmark } from "@/domain/redaction/measure";
import { type ReadLine, regionsOf, withoutTwins } from "@/domain/redaction/regions";
import { drawPicture, publicPicture } from "@/platform/redaction/picture";
import { LetterReader } from "@/platform/redaction/read-letters";
import { OTHER_HAND } from "./redaction-other-hand";
import { redactionSet } from "./redaction-set";

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Hiding personal data: recall and precision over texts, then 50 pictures redacted as proposed and read again; in pieces with `--from=25 --pictures=25`,
 * where 0 pictures leave it at the texts.
 */
export async function run(args: string[]): Promise<void> {
  for (const [name, texts] of [
    ["own set", [...MARKED, ...HARMLESS]] as const,
    ...(["practice", "unseen", "fifth", "sixth", "seventh"] as const).map((half) => {
      const { marked, harmless } = redactionSet(half);
      return [`made of sentences and fillings, ${half}`, [...marked, ...harmless]] as const;
    }),
    ...OTHER_HAND.map((set) => [`by another hand, ${set.name}`, set.texts] as const),
    ...HELD_OUT.map((set) => [set.name, set.texts] as const),
  ]) {
    const sum = { expected: 0, found: 0, exact: 0, covered: 0, needless: 0 };
    for (const marked of texts) {
      const { text, spans } = unmark(marked);
      const score = compare(spans, propose(text));
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += score[key];
    }
    const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
    say(
      `${name}: ${texts.length} texts, ${sum.expected} marks; recall exact ${share(sum.exact, sum.expected)}, covered ${share(sum.covered, sum.expected)}; precision exact ${share(sum.exact, sum.found)}, touching ${share(sum.found - sum.needless, sum.found)}`,
    );
  }
  const count = Number(args.find((a) => a.startsWith("--pictures="))?.slice(11) ?? 50);
  const from = Number(args.find((a) => a.startsWith("--from="))?.slice(7) ?? 0);
  const reader = await LetterReader.open();
  const leaks: string[] = [];
  const times: number[] = [];
  try {
    for (let n = from; n < from + count; n++) {
      const { picture, secrets } = await chat(n);
      const began = performance.now();
      const page = await drawPicture(picture);
      const size = { width: page.width, height: page.height };
      const regions = withoutTwins(regionsOf(0, size, await reader.read(page.png, size))).map((r, i) => ({ ...r, id: `m-${i}` }));
      const copy = await publicPicture(page, regions);
      times.push(performance.now() - began);
      const again = words(await reader.read(copy, size));
      for (const secret of secrets) if (told(again, secret)) leaks.push(`picture ${n}: ${secret}`);
    }
  } finally {
    await reader.close();
  }
  times.sort((a, b) => a - b);
  say(
    `${count} pictures from ${from}: ${leaks.length} leaks; proposing and making ${(times[Math.floor(count / 2)] ?? 0).toFixed(0)} ms in the middle, ${(times.at(-1) ?? 0).toFixed(0)} ms at most`,
  );
  for (const leak of leaks) say(`  ${leak}`);
}

const words = (lines: readonly ReadLine[]) =>
  lines
    .map((line) => line.map((l) => l.text).join(""))
    .join("\n")
    .replace(/[ \t]/g, "");

/** Told: the secret, or six of its digits or letters in a row, or a name whole. */
function told(text: string, secret: string): boolean {
  const bare = secret.replace(/[\s-]/g, "");
  const flat = text.replace(/[-·]/g, "");
  if (bare.length < 6) return flat.includes(bare);
  for (let at = 0; at + 6 <= bare.length; at++) if (flat.includes(bare.slice(at, at + 6))) return true;
  return false;
}

const PIECES: [string, string][] = [
  ["我的电话是", "13812345678"],
  ["手机号 ", "159 8765 4321"],
  ["座机", "021-62345678"],
  ["身份证号码", "11010519491231002X"],
  ["银行卡号", "6222021234567890128"],
  ["订单号", "202611038888123456"],
  ["快递单号", "SF1234567890123"],
  ["邮箱", "wang.ming88@mail.example"],
  ["微信号", "wxm_880808"],
  ["车牌号", "粤B12345"],
  ["收货地址：", "上海市浦东新区世纪大道100号1203室"],
  ["我叫", "王小明"],
  ["收件人：", "李丽华"],
  ["客服", "张伟"],
];
const TALK = ["请问您要咨询什么问题？", "我要转人工", "您的问题已经记录，请耐心等待", "已经等了二十分钟了", "还是机器人在回答"];
const LOOKS = [
  { ground: "#ededed", left: "#ffffff", right: "#95ec69", ink: "#111111" },
  { ground: "#f5f6f8", left: "#ffffff", right: "#3d7eff", ink: "#1a1a1a", rightInk: "#ffffff" },
  { ground: "#111111", left: "#2c2c2c", right: "#3eb575", ink: "#e5e5e5", rightInk: "#0b0b0b" },
];

/** A chat with three things to hide, one of three looks, at a phone's width; every third as JPEG. */
async function chat(n: number): Promise<{ picture: Buffer; secrets: string[] }> {
  const look = LOOKS[n % 3] ?? (LOOKS[0] as (typeof LOOKS)[0]);
  const width = [720, 828, 1080][n % 3] ?? 720;
  const size = Math.round(width / 26);
  const secrets: string[] = [];
  const lines: { text: string; mine: boolean }[] = [];
  for (let i = 0; i < 3; i++) {
    const [label, secret] = PIECES[(n * 3 + i) % PIECES.length] as [string, string];
    secrets.push(secret);
    lines.push({ text: TALK[(n + i) % TALK.length] ?? "", mine: false }, { text: label + secret, mine: true });
  }
  const step = size * 3.4;
  const svg = lines.map(({ text, mine }, i) => {
    const w = Array.from(text).reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.58), 0) * size + size * 1.6;
    const x = mine ? width - w - size * 3 : size * 3;
    const y = size * 3 + i * step;
    return `<rect x="${x}" y="${y}" width="${w}" height="${size * 2.2}" rx="10" fill="${mine ? look.right : look.left}"/><text x="${x + size * 0.8}" y="${y + size * 1.45}" font-family="Noto Sans CJK SC" font-size="${size}" fill="${mine ? (look.rightInk ?? look.ink) : look.ink}">${text.replace(/&/g, "&amp;")}</text>`;
  });
  const height = Math.round(size * 5 + lines.length * step);
  const drawn = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${look.ground}"/>${svg.join("")}</svg>`,
    ),
  );
  return { picture: await (n % 3 === 1 ? drawn.jpeg({ quality: 60 }) : drawn.png()).toBuffer(), secrets };
}
