import { examples } from "../examples";
import { test } from "../fixtures";
import { holdReceipt } from "../receipt";
import { addressOf, TABLE, VISITORS, type Visitor } from "./routes";
const WANT = new RegExp(process.env.SHOTS ?? ".");
for (const row of TABLE.filter((r) => r.route.startsWith("/[locale]") && WANT.test(r.path))) {
  const visitor = (Object.keys(VISITORS) as Visitor[]).find((one) => row.answers[one] === 200);
  if (!visitor) continue;
  test(`shot ${row.path}`, async ({ as, baseURL }) => {
    const found = await examples();
    const page = await as(process.env.AS ?? VISITORS[visitor]);
    if (visitor === "receipt") await holdReceipt(page.context(), addressOf("{bozhou}", found), baseURL ?? "");
    for (const locale of (process.env.LOCALES ?? "zh-Hans,en").split(",")) for (const width of (process.env.WIDTHS ?? "390,1280").split(",").map(Number)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(addressOf(row.path, found).replace("/zh-Hans", `/${locale}`));
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/shots/${row.path.replace("/zh-Hans", "").replace(/[/{}[\]]+/g, "_") || "home"}-${locale}-${width}.png`, fullPage: true });
    }
  });
}
