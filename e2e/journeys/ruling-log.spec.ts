import { examples } from "../examples";
import { expect, test } from "../fixtures";

test("a reader checks in the browser that a ruling's steps are in the log, and sees it fail when a proof is altered", async ({
  page,
}) => {
  const { ruling } = await examples();
  await page.goto(`/zh-Hans/rulings/${ruling}`);
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "透明日志", exact: true }) });
  const steps = await section.locator("ol").first().locator("li").count();
  expect(steps).toBeGreaterThan(0);
  await section.getByRole("button", { name: "在这台设备上核对" }).click();
  await expect(section.getByText(`核对过了：${steps}步都在签过名的日志里`)).toBeVisible();
  await page.route(`**/log/rulings/${ruling}`, async (route) => {
    const answer = await (await route.fetch()).json();
    answer.log.events[0].event = answer.log.events[0].event.replace(/"ord":\d+/, '"ord":99');
    await route.fulfill({ json: answer });
  });
  await section.getByRole("button", { name: "在这台设备上核对" }).click();
  await expect(section.getByText("核对不上")).toBeVisible();
});
