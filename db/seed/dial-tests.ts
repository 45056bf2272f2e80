import { addDays, type Day, type Quarter, quarterBounds, startOfDay } from "@/domain/day";
import { seedId } from "./ids";
import { random } from "./random";
import { demoCompanyId } from "./register";
import { COMPANIES } from "./stories";

/** Quarters with random dial tests in the demo. */
const QUARTERS: readonly Quarter[] = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"];

/** These answer their phones, whatever their chats are like: the badge needs 95 %. */
const KEEPS_TIME = new Set(["linxi", "xishan", "yunyan"]);

/** Random test contacts per company and quarter (RULES §6): larger companies are tested more often. */
export function dialTestRows() {
  return COMPANIES.flatMap((company) => {
    const rng = random(`dial tests of ${company.slug}`);
    const perQuarter = { micro: 1, small: 1, medium: 3, large: 5, giant: 6 }[company.sizeClass];
    const good = KEEPS_TIME.has(company.slug) ? 1 : 0.97 - company.temperament.breach * 0.55;
    return QUARTERS.flatMap((quarter) =>
      Array.from({ length: perQuarter }, (_, i) => {
        const channel = rng.pick(["app", "phone", "web"] as const);
        const priority = channel === "phone" && rng.chance(0.25);
        const limit = priority ? 60 : 180;
        const fast = rng.chance(good);
        const never = !fast && rng.chance(0.22);
        const seconds = never ? null : fast ? rng.int(14, limit) : rng.int(limit + 4, limit * 3);
        const promptSecond = channel === "phone" ? (rng.chance(good + 0.02) ? rng.int(3, 15) : rng.int(16, 34)) : null;
        const testedOn: Day = addDays(quarterBounds(quarter).first, rng.int(3, 85));
        return {
          id: seedId(`dial ${company.slug} ${quarter} ${i}`),
          companyId: demoCompanyId(company.slug),
          quarter,
          channel,
          testedAt: new Date(startOfDay(testedOn).getTime() + rng.int(9, 20) * 3_600_000),
          priority,
          steps: rng.int(1, fast ? 3 : 6),
          humanRequests: fast ? rng.int(1, 2) : rng.int(2, 7),
          secondsToHuman: seconds,
          promptSecond,
          passed: seconds !== null && seconds <= limit && (promptSecond === null || promptSecond <= 15),
        };
      }),
    );
  });
}
