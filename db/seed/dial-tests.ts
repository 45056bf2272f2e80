import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { addDays, type Day, eachDay, type Quarter, quarterBounds, quarterOf } from "@/domain/day";
import { GATES, PROMPT_LIMIT, passedDialTest, waitLimit } from "@/domain/dial-tests/judge";
import {
  commitmentOf,
  DIAL_CHANNELS,
  type DialPanel,
  drawPlan,
  type PlannedContact,
  sha256Hex,
  windowStart,
} from "@/domain/dial-tests/plan";
import { isWorkingDay } from "@/domain/working-days";
import { dialWay } from "./dial-ways";
import { seedId } from "./ids";
import { DEMO_DAY } from "./plan";
import { random } from "./random";
import { demoCompanyId } from "./register";
import { COMPANIES, type DemoCompany } from "./stories";

/** Quarters with random dial tests in the demo; the last one runs. */
const QUARTERS: readonly Quarter[] = ["2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"];

/** These answer their phones, whatever their chats are like: the badge needs 95 %. */
const KEEPS_TIME = new Set(["linxi", "xishan", "yunyan"]);

/** The smallest have no app; it is tried once a year. */
const lacksApp = (company: DemoCompany) => company.sizeClass === "micro";

function panelOf(quarter: Quarter): DialPanel {
  const { first, last } = quarterBounds(quarter);
  const known = quarter > "2025Q2" && quarter < "2026Q3";
  const companies = [...COMPANIES]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((company) => ({
      slug: company.slug,
      sizeClass: company.sizeClass,
      channels: DIAL_CHANNELS.filter((channel) => channel !== "app" || !(known && lacksApp(company))),
    }));
  return { days: [...eachDay(first, last)].filter((day) => isWorkingDay(day, SEED_CALENDAR)), companies };
}

/** The draws of the demo: their seeds are what anyone can work out here, so that every demo is the same. */
export function dialPlanRows() {
  return QUARTERS.map((quarter) => {
    const seed = sha256Hex(`answered demo dial tests ${quarter}`);
    const panel = panelOf(quarter);
    const committedAt = new Date(windowStart({ day: addDays(quarterBounds(quarter).first, -12), hour: 1 }).getTime());
    return { quarter, seed, panel, commitment: commitmentOf(quarter, seed, panel), committedAt };
  });
}

function contacts(): { contact: PlannedContact; company: DemoCompany }[] {
  const bySlug = new Map(COMPANIES.map((company) => [company.slug, company]));
  return dialPlanRows().flatMap(({ quarter, seed, panel }) =>
    drawPlan(quarter, seed, panel).flatMap((contact) => {
      const company = bySlug.get(contact.company);
      return company && contact.day < addDays(DEMO_DAY, -1) ? [{ contact, company }] : [];
    }),
  );
}

/** Contacts the smallest companies turned out not to have. */
export function closedContactRows() {
  return contacts()
    .filter(({ contact, company }) => contact.channel === "app" && lacksApp(company))
    .map(({ contact }) => ({
      contactKey: contact.key,
      quarter: quarterOf(contact.day),
      companyId: demoCompanyId(contact.company),
      channel: contact.channel,
      at: windowStart(contact),
    }));
}

/** The contacts of the plans, made in their windows; of the quarter that runs a few are still to be made up. */
export function dialTestRows() {
  return contacts()
    .filter(({ contact, company }) => contact.channel !== "app" || !lacksApp(company))
    .filter(({ contact }) => random(`made ${contact.key}`).chance(contact.day >= "2026-09-01" ? 0.88 : 1))
    .map(({ contact, company }) => testOf(contact, company));
}

function testOf(contact: PlannedContact, company: DemoCompany) {
  const rng = random(`dial test ${contact.key}`);
  const { channel, priority } = contact;
  const good = KEEPS_TIME.has(company.slug) ? 1 : goodAt(company, contact.day);
  const limit = waitLimit(priority);
  const fast = rng.chance(good);
  const never = !fast && rng.chance(0.22);
  const told = rng.chance(good + 0.02);
  const phone = channel === "phone";
  const facts = {
    channel,
    priority,
    priorityOffered: priority ? fast || rng.chance(0.5) : null,
    secondsToHuman: never ? null : fast ? rng.int(14, limit) : rng.int(limit + 4, limit * 3),
    promptSecond: phone ? (told ? rng.int(3, PROMPT_LIMIT) : rng.chance(0.2) ? null : rng.int(PROMPT_LIMIT + 1, 34)) : null,
    menuSkippable: phone ? fast || rng.chance(0.45) : null,
    gates: !fast && rng.chance(0.3) ? [rng.pick(GATES.slice(0, 4))] : [],
  };
  const { contactPoint, actions } = dialWay(company, channel, { fast, priority, gates: facts.gates });
  const testedAt = new Date(windowStart(contact).getTime() + rng.int(4, 110) * 60_000);
  return {
    id: seedId(`dial ${contact.key}`),
    companyId: demoCompanyId(company.slug),
    quarter: quarterOf(contact.day),
    contactKey: contact.key,
    contactPoint,
    testedAt,
    recordedAt: new Date(testedAt.getTime() + rng.int(10, 40) * 60_000),
    steps: actions.length,
    actions,
    humanRequests: fast ? rng.int(1, 2) : rng.int(2, 7),
    ...facts,
    passed: passedDialTest(facts),
  };
}

/** Chance that a contact goes well; companies change over the fifteen months. */
function goodAt(company: DemoCompany, day: Day): number {
  const quarters = QUARTERS.indexOf(quarterOf(day)) / (QUARTERS.length - 1);
  return 0.97 - (company.temperament.breach + company.temperament.trend * quarters) * 0.55;
}
