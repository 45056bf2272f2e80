import { describe, expect, it } from "vitest";
import { cleanFileName, contentDisposition, downloadName } from "./file-name";

describe("file names", () => {
  it.each([
    ["聊天记录.png", "聊天记录.png"],
    ["C:\\Users\\张三\\桌面\\截图.jpg", "截图.jpg"],
    ["../../etc/passwd", "passwd"],
    ["invoice\u202Egnp.exe", "invoicegnp.exe"],
    ["a\u0000b\u200b\u2066c.png", "abc.png"],
    ["  .hidden. ", "hidden"],
    ["what?<now>|*.txt", "what__now___.txt"],
    ["a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt"],
    ["...", ""],
    ["e\u0301.png", "é.png"],
  ])("%j is shown as %j", (name, shown) => {
    expect(cleanFileName(name)).toBe(shown);
  });

  it("long ones keep their ending, and no character is cut in two", () => {
    const name = cleanFileName(`${"😀".repeat(300)}.jpeg`);
    expect(Array.from(name)).toHaveLength(120);
    expect(name.endsWith("….jpeg")).toBe(true);
  });

  it("what is saved ends in what it is", () => {
    expect(downloadName("bill.exe", "png")).toBe("bill.exe.png");
    expect(downloadName("照片.JPG", "jpeg")).toBe("照片.JPG");
    expect(downloadName("照片.jpeg", "jpeg")).toBe("照片.jpeg");
    expect(downloadName("\u202e", "pdf")).toBe("evidence.pdf");
    expect(contentDisposition("attachment", '聊"天(1).png')).toBe(
      "attachment; filename=\"___(1).png\"; filename*=UTF-8''%E8%81%8A%22%E5%A4%A9%281%29.png",
    );
  });
});
