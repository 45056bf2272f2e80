import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import {
  aliasesOf,
  currentCompanyId,
  exposuresOf,
  findCompany,
  historyOf,
  listCompanies,
  suggestCompanies,
} from "@/db/queries/companies";
import { liveSession } from "@/db/queries/sessions";
import { companies, users } from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import type { Actor } from "@/domain/actors";
import type { EntryTyped } from "@/domain/register-entry";
import { addAlias, dropAlias } from "./change-aliases";
import { changeCompany } from "./change-company";
import { createCompany } from "./create-company";
import { declareExposure } from "./declare-exposure";
import { mergeCompanies } from "./merge-companies";
import { startSession } from "./start-session";

const NOW = new Date("2026-09-17T01:00:00Z");
const OFFICER: Actor = { role: "officer" };

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, NOW);
});
afterAll(() => test.drop());

const entry = (name: string, more: Partial<EntryTyped & { aliases: string[] }> = {}) => ({
  name,
  nameHant: "",
  nameEn: "",
  sector: "telecom",
  sizeClass: "large",
  serviceEmail: "",
  servicePhone: "",
  pledgeSignedOn: "",
  ...more,
});
const enter = (name: string, more = {}) => createCompany(OFFICER, entry(name, more), NOW);
const names = async (typed: string) => (await suggestCompanies(test.db, typed)).map((hit) => hit.name);
const refused = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe("the register", () => {
  it("derives what is left empty, and finds a company by any of its names", async () => {
    const { id, slug } = await enter("云栖邮电", { aliases: ["云栖掌厅", "Cloudrest"], serviceEmail: "Fuwu@Yunqi.example" });
    expect(slug).toBe("yun-qi-you-dian");
    expect(await findCompany(test.db, { id })).toMatchObject({
      nameHant: "雲棲郵電",
      nameEn: "YunQiYouDian",
      serviceEmail: "fuwu@yunqi.example",
    });
    for (const typed of ["云栖", "雲棲郵電", "雲栖 掌廳", "cloudREST", "yunqi", "yqyd", "邮电", "云栖邮店"])
      expect(await names(typed), typed).toContain("云栖邮电");
    for (const typed of ["", "  ", "%", "_", "'", "石油"]) expect(await names(typed), typed).not.toContain("云栖邮电");
  });

  it("puts the whole name before a beginning, and a beginning before a part", async () => {
    await enter("南桥");
    await enter("南桥家电");
    await enter("大南桥票务");
    expect(await names("南桥")).toEqual(["南桥", "南桥家电", "大南桥票务"]);
  });

  it("refuses one name for two companies, in either script and as an alias", async () => {
    const { id } = await enter("临川钱包", { aliases: ["小川付"] });
    await expect(enter("臨川錢包")).rejects.toEqual(refused("invalid", { field: "name", message: "nameTaken" }));
    await expect(enter("小川付")).rejects.toEqual(refused("invalid", { message: "nameTaken" }));
    const other = await enter("临江钱包");
    await expect(addAlias(OFFICER, { companyId: other.id, alias: "小川付" }, NOW)).rejects.toEqual(
      refused("invalid", { field: "alias" }),
    );
    await expect(changeCompany(OFFICER, { ...entry("临川钱包"), id: other.id }, NOW)).rejects.toEqual(
      refused("invalid", { message: "nameTaken" }),
    );
    expect(await changeCompany(OFFICER, { ...entry("临川钱包"), id, sizeClass: "giant" }, NOW)).toEqual({ changed: 1 });
  });

  it("says which field is wrong", async () => {
    const wrong: [Partial<EntryTyped>, string][] = [
      [{ name: " " }, "name"],
      [{ name: "长".repeat(101) }, "name"],
      [{ sector: "mining" }, "sector"],
      [{ sizeClass: "" }, "sizeClass"],
      [{ serviceEmail: "not an address" }, "serviceEmail"],
      [{ servicePhone: "12" }, "servicePhone"],
      [{ pledgeSignedOn: "2026-02-30" }, "pledgeSignedOn"],
      [{ pledgeSignedOn: "2026-09-18" }, "pledgeSignedOn"],
    ];
    for (const [change, field] of wrong)
      await expect(enter("某公司", change), field).rejects.toEqual(refused("invalid", { field }));
    await expect(createCompany({ role: "editor" }, entry("某公司"), NOW)).rejects.toEqual(refused("forbidden"));
  });

  it("keeps a line of history for each change, and the address through a new name", async () => {
    const { id, slug } = await enter("旧名物流");
    await changeCompany(OFFICER, { ...entry("新名物流"), id, serviceEmail: "a@b.example" }, NOW);
    expect(await findCompany(test.db, { slug })).toMatchObject({ name: "新名物流" });
    const lines = await historyOf(test.db, id);
    expect(lines).toContainEqual(expect.objectContaining({ type: "name", before: "旧名物流", after: "新名物流" }));
    expect(lines).toContainEqual(expect.objectContaining({ type: "serviceEmail", before: null, after: "a@b.example" }));
    expect(await names("舊名物流")).toEqual(["新名物流"]);
    await addAlias(OFFICER, { companyId: id, alias: "新流" }, NOW);
    const [alias] = await aliasesOf(test.db, id);
    await dropAlias(OFFICER, { companyId: id, aliasId: alias?.id ?? "" }, NOW);
    expect((await historyOf(test.db, id)).map((l) => l.type)).toEqual(expect.arrayContaining(["alias_added", "alias_removed"]));
  });

  it("takes the contacts of quarters that have ended, and remembers what stood there", async () => {
    const { id } = await enter("测量通信");
    const declare = (quarter: string, contacts: string, audited = false) =>
      declareExposure(OFFICER, { companyId: id, quarter, contacts, source: "公司申报", audited }, NOW);
    await declare("2026q2", "1,280,000");
    await declare("2026Q2", "1300000", true);
    expect(await exposuresOf(test.db, id)).toMatchObject([{ quarter: "2026Q2", contacts: 1_300_000, audited: true }]);
    const [last] = await historyOf(test.db, id);
    expect(JSON.parse(last?.before ?? "")).toMatchObject({ contacts: 1_280_000, audited: false });
    for (const quarter of ["2026Q3", "2026Q4", "2026Q5", "26Q2", ""])
      await expect(declare(quarter, "1"), quarter).rejects.toEqual(refused("invalid", { field: "quarter" }));
    for (const contacts of ["", "-1", "1.5", "many", "9".repeat(20)])
      await expect(declare("2026Q1", contacts), contacts).rejects.toEqual(refused("invalid", { field: "contacts" }));
  });
});

describe("merging", () => {
  const merge = (fromId: string, intoId: string) => mergeCompanies(OFFICER, { fromId, intoId, reason: "登记号相同" }, NOW);

  it("moves names and people, keeps the row, and leads from the old id to the new one", async () => {
    const from = await enter("双登甲", { aliases: ["双甲App"] });
    const into = await enter("双登乙");
    const [person] = await test.db
      .insert(users)
      .values({ email: "p@shuangdeng.example", role: "company", companyId: from.id })
      .returning();
    const session = await startSession({ id: person?.id ?? "", role: "company" }, null);
    await merge(from.id, into.id);
    expect(await currentCompanyId(test.db, from.id)).toBe(into.id);
    for (const typed of ["双登甲", "雙甲app"]) expect(await names(typed)).toEqual(["双登乙"]);
    expect((await liveSession(test.db, session))?.companyId).toBe(into.id);
    expect((await listCompanies(test.db, { typed: "双登" }, { limit: 10, offset: 0 })).rows.map((r) => r.name)).toEqual([
      "双登乙",
    ]);
    expect((await historyOf(test.db, from.id))[0]).toMatchObject({
      type: "merged_into",
      otherName: "双登乙",
      after: "登记号相同",
    });
    expect((await historyOf(test.db, into.id)).map((l) => l.type)).toContain("merged_from");
    await expect(changeCompany(OFFICER, { ...entry("双登甲"), id: from.id }, NOW)).rejects.toEqual(
      refused("wrong_state", { message: "companyMerged" }),
    );
  });

  it("leads to the last of a chain in one step", async () => {
    const [a, b, c] = [await enter("链条一"), await enter("链条二"), await enter("链条三")];
    await merge(a.id, b.id);
    await merge(b.id, c.id);
    expect(await currentCompanyId(test.db, a.id)).toBe(c.id);
    const rows = await test.db.select().from(companies).where(eq(companies.mergedIntoId, c.id));
    expect(rows.map((r) => r.name).sort()).toEqual(["链条一", "链条二"]);
    expect(await names("链条一")).toEqual(["链条三"]);
  });

  it("is refused into oneself, twice, into a merged one, without a reason; and two at once make no circle", async () => {
    const [a, b] = [await enter("并一"), await enter("并二")];
    await expect(merge(a.id, a.id)).rejects.toEqual(refused("invalid", { message: "mergeSelf" }));
    await expect(mergeCompanies(OFFICER, { fromId: a.id, intoId: b.id, reason: " " }, NOW)).rejects.toEqual(
      refused("missing_reason"),
    );
    const both = await Promise.allSettled([merge(a.id, b.id), merge(b.id, a.id)]);
    expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    await expect(merge(a.id, b.id)).rejects.toEqual(refused("wrong_state"));
    await expect(merge("00000000-0000-7000-8000-000000000000", b.id)).rejects.toEqual(refused("not_found"));
  });
});
