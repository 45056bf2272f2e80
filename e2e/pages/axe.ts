import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Success criteria of WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What is wrong with the page as it stands: a line a place, rule first. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary, html }) => {
      const why = failureSummary?.split("\n").slice(1).join(" ").replaceAll(/\s+/g, " ").trim();
      return `${id} (${help})\n      ${target.join(" ")}\n      ${html.slice(0, 160)}\n      ${why}`;
    }),
  );
}

/** Looks at the page on a phone and on a desk. Empty when both are clean and nothing is wider than the phone. */
export async function lookAt(page: Page, what: string): Promise<string[]> {
  const said: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const line of await violations(page)) said.push(`${what} at ${width}: ${line}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) said.push(`${what} at ${width}: the page is ${over} px wider than the screen`);
  }
  return said;
}
