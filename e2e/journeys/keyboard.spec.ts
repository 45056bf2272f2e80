import { expect, portalDatabase, test } from "../fixtures";

const CASES = 20;

test("an officer decides twenty acceptances without touching the mouse", async ({ as }) => {
  const page = await as("officer-xu");
  await page.goto("/zh-Hans/desk");
  const sql = portalDatabase();
  const accepted = async () => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from case_events where type = 'accepted' and actor_id = (select id from users where email = 'xu.qinglan@answered.example')`;
    return row?.n ?? 0;
  };
  const before = await accepted();
  await expect(page.locator("[data-row-link]").first()).toBeVisible();
  let done = 0;
  for (let moved = 0; moved < 120 && done < CASES; moved++) {
    await page.keyboard.press("j");
    const current = page.locator("tr[aria-selected=true]");
    await expect(current).toBeVisible();
    if (!(await current.textContent())?.includes("待受理")) continue;
    const reference = await current.locator("[data-row-link]").getAttribute("data-row-link");
    await page.keyboard.press("a");
    await expect(page.getByText(new RegExp(`受理了1件：.*${reference?.slice(5)}`)).first()).toBeVisible();
    done++;
  }
  expect(done).toBe(CASES);
  await expect.poll(accepted).toBe(before + CASES);
  await sql.end();
});
