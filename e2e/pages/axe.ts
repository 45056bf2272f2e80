import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Success criteria of WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

interface Asked {
  /** Rules left out. */
  readonly but?: string[];
  /** These rules alone. */
  readonly only?: string[];
  /** A selector: only what lies in there. */
  readonly within?: string;
}

/** What is wrong with the page as it stands: a line a place, rule first. */
export async function violations(page: Page, { but = [], only, within }: Asked = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  if (only) builder.withRules(only);
  else builder.withTags(TAGS).disableRules(but);
  if (within) builder.include(within);
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary, html }) => {
      const why = failureSummary?.split("\n").slice(1).join(" ").replaceAll(/\s+/g, " ").trim();
      return `${id} (${help})\n      ${target.join(" ")}\n      ${html.slice(0, 160)}\n      ${why}`;
    }),
  );
}

/**
 * Looks at the page on a desk in its usual type and on a phone in large type, which is where room is shortest. Empty when both are clean and nothing
 * is ever wider than the screen. Contrast is most of axe's time and no matter of width or size: on the phone it is asked only of what the desk did
 * not show, or showed in other colours. (That the choice of large type is kept is tried in reading.spec.ts.)
 */
export async function lookAt(page: Page, what: string): Promise<string[]> {
  const said: string[] = [];
  await page.setViewportSize(DESK);
  await markUnseen(page);
  for (const line of await violations(page)) said.push(`${what} on a desk: ${line}`);
  said.push(...(await wider(page, `${what} on a desk`)));
  await page.setViewportSize(PHONE);
  said.push(...(await wider(page, `${what} on a phone`)));

  await setSize(page, "large");
  said.push(...(await wider(page, `${what} in large type on a phone`)));
  const unseen = await markUnseen(page);
  const found = await violations(page, { but: ["color-contrast"] });
  if (unseen > 0) found.push(...(await violations(page, { only: ["color-contrast"], within: `[${UNSEEN}]` })));
  for (const line of found) said.push(`${what} in large type on a phone: ${line}`);
  await page.setViewportSize(DESK);
  said.push(...(await wider(page, `${what} in large type on a desk`)));
  await setSize(page, "usual");
  return said;
}

/** The same page in other colours, on a desk and what only the phone shows: nothing but contrast can have changed. */
export async function lookAtColours(page: Page, what: string): Promise<string[]> {
  await page.setViewportSize(DESK);
  await markUnseen(page);
  const found = await violations(page, { only: ["color-contrast"] });
  await page.setViewportSize(PHONE);
  if ((await markUnseen(page)) > 0) found.push(...(await violations(page, { only: ["color-contrast"], within: `[${UNSEEN}]` })));
  return found.map((line) => `${what}: ${line}`);
}

/** The same page in other words, on a phone: everything but its colours. */
export async function lookAtWords(page: Page, what: string): Promise<string[]> {
  await page.setViewportSize(DESK);
  const said = await wider(page, `${what} on a desk`);
  await page.setViewportSize(PHONE);
  for (const line of await violations(page, { but: ["color-contrast"] })) said.push(`${what}: ${line}`);
  return [...said, ...(await wider(page, `${what} on a phone`))];
}

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 900 };

/** As the switch above the page sets it. */
function setSize(page: Page, size: "large" | "usual"): Promise<void> {
  return page.evaluate((wanted) => {
    if (wanted === "large") document.documentElement.dataset.size = wanted;
    else delete document.documentElement.dataset.size;
  }, size);
}

const UNSEEN = "data-unseen";

/** Marks what holds words, is visible and was not at the last call, or not in these colours; gives how many those are. */
function markUnseen(page: Page): Promise<number> {
  return page.evaluate((mark) => {
    const known = window as unknown as { looked?: WeakMap<Element, string> };
    known.looked ??= new WeakMap();
    let unseen = 0;
    for (const element of document.body.querySelectorAll("*")) {
      element.removeAttribute(mark);
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!words || !element.checkVisibility()) continue;
      const { color, backgroundColor } = getComputedStyle(element);
      const look = `${color} on ${backgroundColor}`;
      if (known.looked.get(element) !== look) {
        element.setAttribute(mark, "");
        unseen++;
      }
      known.looked.set(element, look);
    }
    return unseen;
  }, UNSEEN);
}

async function wider(page: Page, what: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${what}: the page is ${over} px wider than the screen`] : [];
}
