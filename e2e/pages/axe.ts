import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Success criteria of WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What is wrong with the page as it stands: a line a place, rule first. `but`: rules left out. */
export async function violations(page: Page, but: string[] = []): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations: found } = await builder.disableRules(but).analyze();
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
    said.push(...(await wider(page, `${what} at ${width}`)));
  }
  return said;
}

/**
 * The same page in large type, as the switch above it sets it (that the choice is kept is tried in reading.spec.ts). Its colours are those looked at
 * before; what large type can break is looked for on a phone, where room is short, and on both whether anything sticks out.
 */
export async function lookAtLargeType(page: Page, what: string): Promise<string[]> {
  await page.evaluate(() => {
    document.documentElement.dataset.size = "large";
  });
  const said = await wider(page, `${what} in large type`);
  await page.setViewportSize({ width: 390, height: 900 });
  for (const line of await violations(page, ["color-contrast"])) said.push(`${what} in large type: ${line}`);
  return [...said, ...(await wider(page, `${what} in large type on a phone`))];
}

async function wider(page: Page, what: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${what}: the page is ${over} px wider than the screen`] : [];
}
