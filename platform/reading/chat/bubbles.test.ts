import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeRaster } from "../raster";
import { bubblesOf } from "./bubbles";

const words = (x: number, y: number, text: string, fill = "#222") =>
  `<text x="${x}" y="${y}" font-family="Noto Sans CJK SC" font-size="17" fill="${fill}">${text}</text>`;
const box = (x: number, y: number, w: number, h: number, fill: string, line = "none") =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="16" fill="${fill}" stroke="${line}"/>`;
const picture = (drawn: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="470" height="640"><rect width="100%" height="100%" fill="#fff"/>${drawn}</svg>`,
    ),
  );
const found = async (bytes: Buffer) =>
  bubblesOf(await decodeRaster(bytes)).map(({ side, bare, left, right }) => ({ side, bare, left, right }));

describe.each(["clean", "squeezed"])("a small %s picture", (degree) => {
  const file = async (drawn: string) =>
    degree === "clean" ? picture(drawn).png().toBuffer() : picture(drawn).jpeg({ quality: 45 }).toBuffer();

  it("keeps a pale bubble whole, and a short one that noise surrounds", async () => {
    const bubbles = await found(
      await file(
        `${box(13, 200, 322, 62, "#efeff3")}${words(28, 226, "I’m sorry, I didn’t get that. Could")}${words(28, 248, "you rephrase your question?")}
         ${box(396, 280, 64, 43, "#6d3bd8")}${words(411, 308, "你好", "#fff")}${box(13, 340, 322, 43, "#efeff3")}${words(28, 367, "Thank you for your patience.")}`,
      ),
    );
    expect(bubbles.map((one) => one.side)).toEqual(["agent", "user", "agent"]);
    expect(bubbles.every((one) => !one.bare)).toBe(true);
    expect(Math.abs((bubbles[0]?.right ?? 0) - 335)).toBeLessThan(8);
  });

  it("takes an outline for a bubble, and no word of an answer without one", async () => {
    const bubbles = await found(
      await file(
        `${words(14, 226, "Hello! I’m Nova, your virtual assistant. How")}${words(14, 252, "can I help you today?")}
         ${box(300, 290, 160, 43, "#fff", "#cbd2db")}${words(316, 317, "same link")}`,
      ),
    );
    expect(bubbles.map(({ side, bare }) => ({ side, bare }))).toEqual([
      { side: "agent", bare: true },
      { side: "user", bare: false },
    ]);
  });
});
