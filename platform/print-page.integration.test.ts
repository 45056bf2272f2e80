import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canPrint, printPage } from "./print-page";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FONTS = path.join(process.cwd(), "node_modules", "@fontsource", "noto-sans-sc");
const SENTENCE = "目的是人，三个月，行业报告一二八日";

const page = (ready: string) => `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>行业报告</title>
<link rel="stylesheet" href="/400.css"><style>@page { size: A4; margin: 20mm; @bottom-left { content: "行业报告"; font: 8pt "Noto Sans SC"; } } body { font-family: "Noto Sans SC"; }</style>
</head><body><h1>${SENTENCE}</h1><img src="http://198.51.100.1/outside.png" alt=""><script>document.fonts.ready.then(() => { ${ready} });</script></body></html>`;

let server: Server;
let origin = "";
let seen: string | undefined;

beforeAll(async () => {
  const files = new Set(readdirSync(path.join(FONTS, "files")));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = path.basename(pathname);
    if (pathname === "/400.css") response.setHeader("content-type", "text/css").end(readFileSync(path.join(FONTS, "400.css")));
    else if (files.has(name)) response.end(readFileSync(path.join(FONTS, "files", name)));
    else {
      if (pathname === "/good") seen = String(request.headers["x-internal"]);
      response.statusCode = pathname === "/gone" ? 404 : 200;
      response.setHeader("content-type", "text/html");
      response.end(
        page(
          pathname === "/never"
            ? ""
            : pathname === "/bad"
              ? "document.documentElement.dataset.printFailed = 'no fonts'"
              : "document.documentElement.dataset.printReady = ''",
        ),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const print = (where: string, timeout = 60_000) =>
  printPage({ url: `${origin}${where}`, headers: { "x-internal": "token" }, executable: CHROMIUM, timeout });

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    texts.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return texts.join("\n");
}

describe.skipIf(!canPrint(CHROMIUM))("printing", { timeout: 90_000 }, () => {
  it("gives a tagged PDF in which 目, 人, 月, 行 are themselves, in the footer too, and shows its token", async () => {
    const pdf = await print("/good");
    const text = await textOf(pdf);
    expect(text).toContain(SENTENCE);
    expect(text.split("行业报告").length - 1).toBe(2);
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
    expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
    expect(seen).toBe("token");
  });

  it("fails where the page fails, is not there, or never says that it is ready", async () => {
    await expect(print("/gone")).rejects.toThrow("404");
    await expect(print("/bad")).rejects.toThrow("no fonts");
    await expect(print("/never", 4_000)).rejects.toThrow();
  });
});

describe("without a browser", () => {
  it("says that it cannot print", () => expect(canPrint("/nowhere/chromium")).toBe(false));
});
