import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BADGE_LOOKS, badgeSvg } from "./badge-svg";

const words = (company: string, held = true) => ({
  title: "人工服务保障标识",
  company,
  standing: "2026年第三季度",
  check: "portal.example/zh-Hans/badges/a",
  locale: "zh-Hans",
  held,
});

describe("the badge as a picture", () => {
  it("holds no markup of a company's name, whatever it is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (name) => {
        const svg = badgeSvg(words(name), "auto");
        expect(svg.replaceAll(/&#\d+;/g, "").match(/</g)).toHaveLength(
          (badgeSvg(words("公司"), "auto").match(/</g) ?? []).length,
        );
      }),
    );
    expect(badgeSvg(words('</text><script>alert("1")</script>'), "light")).not.toContain("<script");
  });

  it("loads nothing and runs nothing", () => {
    for (const look of BADGE_LOOKS) expect(badgeSvg(words("公司"), look)).not.toMatch(/href|url\(|@import|on\w+=|<image|<use/);
  });

  it("shows that it is not held", () => {
    expect(badgeSvg(words("公司", true), "light")).toContain('class="v"');
    expect(badgeSvg(words("公司", false), "light")).not.toContain('class="v"');
  });

  it("keeps a long name inside its frame", () => {
    const size = /font-size="([\d.]+)" font-weight="700">G/.exec(
      badgeSvg(words("Great Northern Telecommunications and Post Company Limited"), "light"),
    );
    expect(Number(size?.[1])).toBeLessThan(12);
  });
});
