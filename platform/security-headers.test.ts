import { describe, expect, it } from "vitest";
import nextConfig from "@/next.config";
import { config } from "@/proxy";
import { contentSecurityPolicy, WRITING_PATHS } from "./security-headers";

describe("the content security policy", () => {
  it("lets only scripts with the nonce run where people write", () => {
    const policy = contentSecurityPolicy("abc");
    expect(policy).toContain("'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("covers the same paths in the proxy and, turned round, in the static headers", async () => {
    expect(config.matcher[1]).toContain(`(${WRITING_PATHS.join("|")})`);
    const rules = (await nextConfig.headers?.()) ?? [];
    const pages = { key: "Content-Security-Policy", value: contentSecurityPolicy(null) };
    const source = rules.find((rule) => rule.headers.some((h) => h.key === pages.key && h.value === pages.value))?.source ?? "";
    for (const path of WRITING_PATHS)
      expect(new RegExp(`^${source.replace("/:path(", "/(")}$`).test(`/en/${path}/x`)).toBe(false);
    expect(new RegExp(`^${source.replace("/:path(", "/(")}$`).test("/en/rulings/2026-00001")).toBe(true);
  });
});
