/** What stands on the picture. */
export interface ReceiptText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly reference: { readonly label: string; readonly value: string };
  readonly secret: { readonly label: string; readonly value: string };
  readonly foot: string;
}

const WIDTH = 1080;
const MARGIN = 90;
const INK = "#14212e";
const INK_2 = "#414e5a";
const SERIF = '"Noto Serif SC", "Noto Serif CJK SC", "Songti SC", serif';
const SANS = '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Breaks a text into lines that fit; between any two characters of Chinese, between words else. */
function wrapped(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[A-Za-z0-9:.,@'’-]+|\s+|[^\s]/gu) ?? []) {
    if (pen.measureText(line + piece).width > room && line !== "") {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}

/** Draws the receipt on paper white, in any theme: it may be printed. */
export async function drawReceipt(text: ReceiptText): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const room = WIDTH - 2 * MARGIN;
  pen.font = `400 40px ${SANS}`;
  const lines = text.lines.flatMap((line) => wrapped(pen, line, room));
  canvas.width = WIDTH;
  canvas.height = 860 + lines.length * 62;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  let y = 150;
  const write = (words: string, font: string, colour: string, below: number) => {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(words, MARGIN, y);
    y += below;
  };
  write(text.title, `900 84px ${SERIF}`, INK, 60);
  pen.fillStyle = INK;
  pen.fillRect(MARGIN, y, room, 9);
  pen.fillRect(MARGIN, y + 15, room, 2);
  y += 90;
  for (const { label, value } of [text.reference, text.secret]) {
    write(label, `400 34px ${SANS}`, INK_2, 74);
    write(value, `700 68px ${SERIF}`, INK, 96);
  }
  for (const line of lines) write(line, `400 40px ${SANS}`, INK, 62);
  y += 30;
  write(text.foot, `400 32px ${SANS}`, INK_2, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
