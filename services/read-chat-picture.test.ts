import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { endRecognisers } from "@/platform/reading/ocr";
import { readChatPicture } from "./read-chat-picture";

afterAll(endRecognisers);

const words = (x: number, y: number, size: number, text: string, fill = "#222") =>
  `<text x="${x}" y="${y}" font-family="Noto Sans CJK SC" font-size="${size}" fill="${fill}">${text}</text>`;
const box = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="18" fill="${fill}"/>`;
const picture = (height: number, ground: string, drawn: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}"><rect width="100%" height="100%" fill="${ground}"/>${drawn}</svg>`,
    ),
  );
const said = async (bytes: Buffer) =>
  (await readChatPicture(bytes)).turns.map(({ side, text, at }) => `${side}|${text}${at ? `|${at.text}` : ""}`);

describe("a picture", () => {
  it("of a chat: times inside the bubbles are no words, marks alone are marks, also in a squeezed JPEG", async () => {
    const chat = picture(
      760,
      "#e9eef2",
      `${box(24, 200, 470, 90, "#fff")}${words(48, 256, 34, "您好，请描述您的问题")}${words(410, 272, 21, "18:46", "#8a8a8a")}
       ${box(400, 330, 296, 90, "#d9f7be")}${words(424, 386, 34, "我要转人工")}${words(610, 402, 21, "18:47", "#7d8f6c")}
       ${box(486, 460, 210, 90, "#d9f7be")}${words(510, 516, 34, "？？？")}${words(612, 532, 21, "18:52", "#7d8f6c")}`,
    );
    const turns = ["agent|您好，请描述您的问题|18:46", "user|我要转人工|18:47", "user|？？？|18:52"];
    expect(await said(await chat.clone().png().toBuffer())).toEqual(turns);
    // Of a squeezed one a time may be too faint to tell, but it is no word either.
    const plain = (all: readonly string[]) => all.map((one) => one.replace(/\|[\d:]+$/, ""));
    expect(plain(await said(await chat.clone().jpeg({ quality: 45 }).toBuffer()))).toEqual(plain(turns));
  });

  it("of a bill says nothing in anybody's name", async () => {
    const bill = picture(
      700,
      "#fff",
      ["电信业务账单", "套餐月费 128.00", "合计 166.50 元"].map((line, i) => words(60, 120 + i * 110, 38, line)).join(""),
    );
    const turns = await said(await bill.png().toBuffer());
    expect(turns).toHaveLength(3);
    expect(turns.every((one) => one.startsWith("system|"))).toBe(true);
  });

  it("of a thing holds no words", async () => {
    const [width, height] = [720, 900];
    const pixels = Buffer.from(
      Array.from({ length: width * height * 3 }, (_, i) => {
        const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
        const cup = ((x - 360) / 180) ** 2 + ((y - 480) / 240) ** 2 < 1;
        return (cup ? 214 : 120 + 50 * Math.sin(x / 90) + 30 * Math.cos(y / 130)) + ((i * 7919) % 17);
      }),
    );
    const photo = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer();
    expect(await said(photo)).toEqual([]);
  });
});
