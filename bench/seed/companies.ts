import type { Database } from "@/db/client";
import { writeCompanyNames } from "@/db/queries/register";
import { companies, companyExposures, dialTests } from "@/db/schema";
import { COMPANIES } from "@/db/seed/stories";
import { SECTORS, SIZE_CLASSES } from "@/domain/company-register";
import { type Day, startOfDay } from "@/domain/day";
import { romanName, traditionalName } from "@/platform/fold-name";
import { benchId, benchRandom, TODAY } from "./plan";

export interface BenchCompany {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly sector: string;
  readonly app: string;
  readonly bot: string;
}

const HEADS = "云海星河山川晨光青禾远航瑞丰嘉和长信安泰明德华章金谷银杉万象百川千帆同舟知行乐享优选快达顺途";
const TRADES: Readonly<Record<string, readonly string[]>> = {
  retail: ["优品", "商城", "百货"],
  food_delivery: ["外卖", "到家", "餐配"],
  travel: ["旅行", "出行", "航空"],
  telecom: ["通信", "宽带", "移动"],
  banking: ["银行", "消费金融", "支付"],
  insurance: ["保险", "人寿", "财险"],
  logistics: ["快运", "物流", "速递"],
  education: ["教育", "学堂", "网课"],
};
const QUARTERS = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"] as const;
const SIZES = [30, 35, 20, 12, 3];

/** Invented companies, the largest (and most complained about) first. */
export function planCompanies(count: number): BenchCompany[] {
  const rng = benchRandom("companies");
  const taken = new Set<string>(COMPANIES.map((c) => c.name));
  return Array.from({ length: count }, (_, i) => {
    const sector = SECTORS[i % SECTORS.length] as string;
    let name = "";
    let head = "";
    do {
      const letters = Math.floor(HEADS.length);
      head = Array.from({ length: rng.int(2, 3) }, () => HEADS[rng.int(0, letters - 1)]).join("");
      name = head + rng.pick(TRADES[sector] as readonly string[]);
    } while (taken.has(name));
    taken.add(name);
    return { id: benchId("b1", i), slug: `bench-${i}`, name, sector, app: `${head}App`, bot: `小${head.slice(-1)}` };
  });
}

async function inSteps<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await write(rows.slice(at, at + 500));
}

/** Writes the register: names in both scripts, contacts of a year, dial tests. */
export async function loadCompanies(db: Database, list: readonly BenchCompany[]): Promise<void> {
  const rng = benchRandom("register");
  const opened = startOfDay("2023-01-02");
  const rows = list.map((c, i) => {
    const pinyin = romanName(c.name).pinyin;
    const size = i < list.length / 50 ? "giant" : rng.weighted(SIZE_CLASSES.map((s, k) => [s, SIZES[k] ?? 1] as const));
    const nameEn = pinyin.replace(/(^| )([a-z])/g, (_m, _s, l: string) => l.toUpperCase());
    return { ...c, pinyin, sizeClass: size as string, nameHant: traditionalName(c.name), nameEn };
  });
  await inSteps(rows, (part) =>
    db.insert(companies).values(
      part.map(({ app: _a, bot: _b, ...c }) => ({
        ...c,
        serviceEmail: `service@${c.slug}.example`,
        pledgeSignedOn: (rng.chance(0.4) ? "2025-01-06" : null) as Day | null,
        createdAt: opened,
      })),
    ),
  );
  await db.transaction(async (tx) => {
    for (const c of rows) await writeCompanyNames(tx, c);
  });
  const declared = rows.filter(() => rng.chance(0.6));
  const contacts: Record<string, number> = { micro: 4_000, small: 22_000, medium: 130_000, large: 700_000, giant: 3_100_000 };
  await inSteps(
    declared.flatMap((c) =>
      QUARTERS.map((quarter) => ({
        companyId: c.id,
        quarter,
        contacts: Math.round((contacts[c.sizeClass] ?? 1) * (0.8 + 0.4 * rng.next())),
        source: "公司申报",
        audited: rng.chance(0.4),
        declaredAt: opened,
      })),
    ),
    (part) => db.insert(companyExposures).values(part),
  );
  const tested = rows.slice(0, Math.ceil(rows.length * 0.4));
  await inSteps(
    tested.flatMap((c, i) =>
      QUARTERS.flatMap((quarter, q) =>
        Array.from({ length: 2 }, (_, k) => {
          const passed = rng.chance(0.8);
          return {
            id: benchId("d1", (i * QUARTERS.length + q) * 2 + k),
            companyId: c.id,
            quarter,
            channel: rng.pick(["app", "phone", "web"]),
            testedAt: startOfDay(`${quarter.slice(0, 4)}-${["02", "05", "08", "11"][Number(quarter.slice(5)) - 1]}-1${k}` as Day),
            humanRequests: rng.int(1, 6),
            secondsToHuman: passed ? rng.int(12, 180) : rng.int(190, 900),
            promptSecond: rng.int(3, 30),
            passed,
          };
        }),
      ),
    ),
    (part) => db.insert(dialTests).values(part),
  );
}

export const SEED_DAY = TODAY;
