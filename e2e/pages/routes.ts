import type { Examples } from "../examples";
import { HANDLERS } from "./handlers";
import { logRows } from "./log-routes";
import { all, only, open, page, type Row } from "./visitors";

export { type Row, VISITORS, type Visitor } from "./visitors";

const DESK = only("officer", "supervisor");
const REGISTER = only("officer", "supervisor", "admin");
const ALLIANCE = only("editor", "publisher");
const COMPANY = only("company", "jingge");
const ADMIN = only("admin");
const SIGNED_IN = only("complainant", "company", "jingge", "officer", "supervisor", "editor", "publisher", "admin");

export const TABLE: readonly Row[] = [
  page("", "", all(200)),
  ...[
    "/badges",
    "/companies",
    "/compare",
    "/companies/find",
    "/corrections",
    "/data",
    "/data/api",
    "/log",
    "/log/receipt",
    "/deadlines",
    "/method",
    "/overdue",
    "/patterns",
    "/reports",
  ].map(open),
  ...[
    "/rulings",
    "/special-checks",
    "/standard",
    "/statistics",
    "/statistics/chosen",
    "/embed/statistics",
    "/track",
    "/track/lost",
    "/demo/mailbox",
  ].map(open),
  page("/[page]", "/scope", all(200)),
  page("/[page]", "/privacy", all(200)),
  page("/[page]", "/nothing-of-that-name", all(404)),
  page("/companies/sectors/[sector]", "/companies/sectors/retail", all(200)),
  page("/companies/sectors/[sector]", "/companies/sectors/nothing", all(404)),
  page("/companies/[slug]", "/companies/bozhou", all(200)),
  page("/companies/[slug]", "/companies/nobody", all(404)),
  page("/companies/[slug]/human", "/companies/bozhou/human", all(200)),
  page("/companies/[slug]/human", "/companies/nobody/human", all(404)),
  page("/companies/[slug]/credit-file", "/companies/bozhou/credit-file", all(200)),
  page("/companies/[slug]/credit-file", "/companies/nobody/credit-file", all(404)),
  page("/compare", "/compare?company=bozhou&company=yunzhan&company=linxi", all(200)),
  page("/badges/[slug]", "/badges/yunzhan", all(200)),
  page("/badges/[slug]", "/badges/nobody", all(404)),
  page("/badges/[slug]/[file]", "/badges/yunzhan/badge.svg", all(200)),
  page("/badges/[slug]/[file]", "/badges/yunzhan/badge.png", all(404)),
  page("/rulings/[number]", "/rulings/{ruling}", all(200)),
  page("/rulings/[number]", "/rulings/2019-9999", all(404)),
  page("/rulings/[number]/share.png", "/rulings/{ruling}/share.png", all(200)),
  page("/special-checks/[number]", "/special-checks/{check}", all(200)),
  page("/special-checks/[number]", "/special-checks/ZX-2019-001", all(404)),
  page("/standard/[clause]", "/standard/B2.1", all(200)),
  page("/standard/[clause]", "/standard/Z9.9", all(404)),
  { route: "/sitemap.xml", method: "GET", path: "/sitemap.xml", answers: all(200) },
  { route: "/sitemaps/[part]", method: "GET", path: "/sitemaps/pages.xml", answers: all(200) },
  page("/reports/[quarter]", "/reports/{quarter}", all(200)),
  page("/reports/[quarter]", "/reports/2019Q1", all(404)),
  page("/reports/[quarter]/[version]", "/reports/{quarter}/v{version}", all(200)),
  page("/reports/[quarter]/[version]", "/reports/{quarter}/v9.9", all(404)),
  ...["/patterns/desk", "/patterns/filing"].map(open),

  // Filing: a page beyond the first needs a draft, which none of these has.
  ...["/file", "/file/resume"].map(open),
  page("/file/[step]", "/file/company", all(200)),
  page("/file/[step]", "/file/check", all("/zh-Hans/file")),
  page("/file/[step]", "/file/nothing", all(404)),
  page("/file/keep", "/file/keep", all("/zh-Hans/file")),
  page("/file/reading", "/file/reading", all("/zh-Hans/file")),
  // The same page for every number that is not this device's; what stands on it is tested below.
  page("/receipt/[reference]", "/receipt/{bozhou}", all(200)),

  // A case is its complainant's, by account or receipt. To others it does not matter whether there is such a number.
  page("/track/[reference]", "/track/{own}", {
    ...all(404),
    public: "/zh-Hans/track?",
    receipt: "/zh-Hans/track?",
    complainant: 200,
  }),
  page("/track/[reference]", "/track/{bozhou}", {
    ...all(404),
    public: "/zh-Hans/track?",
    complainant: "/zh-Hans/track?",
    receipt: 200,
  }),
  page("/track/[reference]", "/track/2019-0101-0001", {
    ...all(404),
    public: "/zh-Hans/track?",
    complainant: "/zh-Hans/track?",
    receipt: "/zh-Hans/track?",
  }),

  page("/track/[reference]/reading", "/track/{own}/reading", {
    ...all(404),
    public: "/zh-Hans/track?",
    receipt: "/zh-Hans/track?",
    complainant: 200,
  }),
  page("/track/[reference]/data", "/track/{own}/data", {
    ...all(404),
    public: "/zh-Hans/track?",
    receipt: "/zh-Hans/track?",
    complainant: 200,
  }),
  page("/track/[reference]/data", "/track/{bozhou}/data", {
    ...all(404),
    public: "/zh-Hans/track?",
    complainant: "/zh-Hans/track?",
    receipt: 200,
  }),

  page("/sign-in", "/sign-in", all(200)),
  ...["/sign-in/check-mail", "/sign-in/error"].map(open),
  page("/sign-in/done", "/sign-in/done", {
    ...all("/zh-Hans"),
    public: "sign-in",
    receipt: "sign-in",
  }),
  page("/sign-in/link/[token]", "/sign-in/link/never-was", all(200)),
  page("/invite/[token]", "/invite/never-was", all(404)),
  page("/follow", "/follow?company=bozhou", all(200)),
  page("/follow", "/follow?company=nobody", all(404)),
  page("/follow/confirmed", "/follow/confirmed", all(200)),
  page("/follow/confirm/[token]", "/follow/confirm/never-was", all(200)),
  page("/follow/stop/[token]", "/follow/stop/never-was", all(404)),
  page("/account", "/account", SIGNED_IN),
  page("/sign-out", "/sign-out", SIGNED_IN),

  page("/desk", "/desk", DESK),
  ...["mine", "all", "overdue"].map((view) => page("/desk/[view]", `/desk/${view}`, DESK)),
  page("/desk/[view]", "/desk/nothing", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/cases/[reference]", "/desk/cases/{bozhou}", DESK),
  page("/desk/cases/[reference]", "/desk/cases/2019-0101-0001", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/cases/[reference]/evidence/[id]", "/desk/cases/{bozhou}/evidence/{bozhouFile}", DESK),
  ...["/desk/checks", "/desk/dial", "/desk/intake", "/desk/reviews", "/desk/sign", "/desk/special-checks", "/desk/workload"].map(
    (place) => page(place, place, DESK),
  ),
  page("/desk/dial/contact", "/desk/dial/contact?key={contact}", DESK),
  page("/desk/dial/contact", "/desk/dial/contact?key=2026Q3/nobody/phone/1", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/dial/[id]", "/desk/dial/{dialTest}", DESK),
  page("/desk/dial/[id]", "/desk/dial/00000000-0000-8000-8000-000000000000", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/special-checks/[number]", "/desk/special-checks/{check}", DESK),
  page("/desk/special-checks/[number]", "/desk/special-checks/ZX-2019-001", { ...DESK, officer: 404, supervisor: 404 }),
  // The register is kept by the administrator too; it holds no case.
  page("/desk/companies", "/desk/companies", REGISTER),
  page("/desk/companies/new", "/desk/companies/new", REGISTER),
  page("/desk/companies/[slug]", "/desk/companies/bozhou", REGISTER),
  page("/desk/companies/[slug]/edit", "/desk/companies/bozhou/edit", REGISTER),
  page("/desk/companies/[slug]/merge", "/desk/companies/bozhou/merge", REGISTER),

  page("/company", "/company", COMPANY),
  page("/company/rectifications", "/company/rectifications", COMPANY),
  page("/company/score", "/company/score", COMPANY),
  page("/company/special-checks", "/company/special-checks", COMPANY),
  page("/company/open", "/company/open", all(200)),
  page("/company/open/[token]", "/company/open/never-was", all(404)),
  page("/company/cases/[reference]", "/company/cases/{bozhou}", {
    ...all(404),
    public: "/zh-Hans/company/open",
    receipt: "/zh-Hans/company/open",
    company: 200,
  }),
  page("/company/cases/[reference]", "/company/cases/{jingge}", {
    ...all(404),
    public: "/zh-Hans/company/open",
    receipt: "/zh-Hans/company/open",
    jingge: 200,
  }),

  page("/alliance", "/alliance", ALLIANCE),
  page("/alliance/reports/[id]", "/alliance/reports/{report}", ALLIANCE),
  page("/alliance/preview/[id]", "/alliance/preview/{report}", ALLIANCE),
  page("/alliance/studies/[id]", "/alliance/studies/{study}", ALLIANCE),
  // A study is begun in a draft alone, which the demo as loaded has none of.
  page("/alliance/reports/[id]/studies/new", "/alliance/reports/{report}/studies/new", {
    ...ALLIANCE,
    editor: 404,
    publisher: 404,
  }),
  // Only the portal's own printing opens it, by a key in a header.
  page("/print/reports/[quarter]/[version]", "/print/reports/{quarter}/v{version}", all(404)),

  page("/admin", "/admin", { ...ADMIN, admin: "/zh-Hans/admin/people" }),
  ...["/api-keys", "/people", "/people/invite", "/calendar", "/keeping", "/reading", "/log", "/companies", "/companies/new"].map(
    (place) => page(`/admin${place}`, `/admin${place}`, ADMIN),
  ),
  page("/admin/people/[id]", "/admin/people/{person}", ADMIN),
  page("/admin/companies/[slug]", "/admin/companies/bozhou", ADMIN),
  page("/admin/companies/[slug]/edit", "/admin/companies/bozhou/edit", ADMIN),
  page("/admin/companies/[slug]/merge", "/admin/companies/bozhou/merge", ADMIN),

  ...HANDLERS,
  ...logRows(all),
];

/** Not knocked at by the table, and why: moving the clock would move it for every other test; the whole path presses its buttons. */
export const LEFT_OUT: Readonly<Record<string, string>> = { "POST /api/demo/clock": "it moves the clock of all" };

/** The address with examples put in. Throws when the demo has none. */
export function addressOf(path: string, found: Examples): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: keyof Examples) => {
    const example = found[name];
    if (!example) throw new Error(`the demo has no example of ${name}`);
    return example;
  });
}
