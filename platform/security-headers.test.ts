import { describe, expect, it } from "vitest";
import { config } from "@/proxy";
import { contentSecurityPolicy, headersFor, WRITING_PATHS } from "./security-headers.mjs";

const headers = (path: string) => new Map(headersFor(path).map(({ key, value }) => [key, value]));

describe("the content security policy", () => {
  it("lets only scripts with the nonce run where people write", () => {
    const policy = contentSecurityPolicy("abc");
    expect(policy).toContain("'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("comes from the proxy where people write, and from the server on all other pages", () => {
    expect(config.matcher[1]).toContain(`(${WRITING_PATHS.join("|")})`);
    for (const path of WRITING_PATHS)
      for (const below of ["", "/x"]) expect(headers(`/en/${path}${below}`).has("Content-Security-Policy")).toBe(false);
    for (const path of ["/", "/en", "/en/rulings/2026-00001", "/zh-Hans/companies/find", "/zh-Hant/filed", "/nowhere"])
      expect(headers(path).get("Content-Security-Policy")).toBe(contentSecurityPolicy(null));
    for (const path of ["/api/v1/rulings", "/_next/static/x.js"])
      expect(headers(path).has("Content-Security-Policy")).toBe(false);
  });
});

describe("the headers of an answer", () => {
  it("keep everything out of frames but charts made for them", () => {
    for (const path of ["/en", "/en/desk", "/api/v1/rulings", "/en/embedded"])
      expect(headers(path).get("X-Frame-Options")).toBe("DENY");
    expect(headers("/en/embed/chart").has("X-Frame-Options")).toBe(false);
    expect(headers("/en/embed/chart").get("Content-Security-Policy")).toContain("frame-ancestors *");
  });

  it("say of all that its type is as given, and of rulings and companies how long others keep them", () => {
    for (const path of ["/en", "/en/desk", "/api/uploads/x", "/en/embed/chart"])
      expect(headers(path).get("X-Content-Type-Options")).toBe("nosniff");
    for (const path of ["/en/rulings/2026-00001", "/zh-Hans/companies/luting"])
      expect(headers(path).get("Cache-Control")).toContain("s-maxage=60");
    for (const path of ["/en/rulings", "/en/companies/find", "/en/companies/luting/human", "/en/rulings/2026-00001/share.png"])
      expect(headers(path).has("Cache-Control")).toBe(false);
  });
});
