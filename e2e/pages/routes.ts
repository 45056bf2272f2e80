import type { Examples } from "../examples";

/** Who knocks: the roles of RULES §2, a second company, and the holder of the receipt of the case `bozhou`. */
export const VISITORS = {
  public: "public",
  complainant: "complainant",
  receipt: "public",
  company: "company-bozhou",
  jingge: "company-jingge",
  officer: "officer-zhou",
  supervisor: "supervisor",
  editor: "editor",
  publisher: "publisher",
  admin: "admin",
} as const;
export type Visitor = keyof typeof VISITORS;
const ALL = Object.keys(VISITORS) as Visitor[];

/** A status, "sign-in" (led there), or the beginning of the path it leads to. */
export type Answer = number | "sign-in" | (string & {});
type Answers = Readonly<Record<Visitor, Answer>>;

export interface Row {
  /** As the folder says it, groups left out: "/[locale]/rulings/[number]". */
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  /** Names of examples stand in braces. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

const all = (answer: Answer): Answers => Object.fromEntries(ALL.map((visitor) => [visitor, answer])) as unknown as Answers;
/** In for some; the others find nothing, and whoever has no account is asked to sign in. */
const only = (...visitors: Visitor[]): Answers => ({
  ...all(404),
  public: "sign-in",
  receipt: "sign-in",
  ...Object.fromEntries(visitors.map((visitor) => [visitor, 200])),
});
const DESK = only("officer", "supervisor");
const REGISTER = only("officer", "supervisor", "admin");
const ALLIANCE = only("editor", "publisher");
const COMPANY = only("company", "jingge");
const ADMIN = only("admin");
const SIGNED_IN = only("complainant", "company", "jingge", "officer", "supervisor", "editor", "publisher", "admin");

const TUS = { "tus-resumable": "1.0.0" };

const page = (route: string, path: string, answers: Answers): Row => ({
  route: `/[locale]${route}`,
  method: "GET",
  path: `/zh-Hans${path}`,
  answers,
});
const handler = (route: string, method: Row["method"], path: string, answers: Answers): Row => ({
  route: `/api${route}`,
  method,
  path: `/api${path}`,
  answers,
});
/** A public page whose address is its folder. */
const open = (route: string): Row => page(route, route, all(200));

/** An address of open data: read by everyone, written by nobody. */
const openData = (route: string, path: string): Row[] => [
  handler(`/v1${route}`, "GET", `/v1${path}`, all(200)),
  handler(`/v1${route}`, "HEAD", `/v1${path}`, all(200)),
  handler(`/v1${route}`, "OPTIONS", `/v1${path}`, all(204)),
  ...(["POST", "PUT", "PATCH", "DELETE"] as const).map((method) => handler(`/v1${route}`, method, `/v1${path}`, all(405))),
];

export const TABLE: readonly Row[] = [
  page("", "", all(200)),
  ...[
    "/companies",
    "/companies/find",
    "/corrections",
    "/data",
    "/data/api",
    "/deadlines",
    "/method",
    "/overdue",
    "/patterns",
    "/reports",
  ].map(open),
  ...["/rulings", "/standard", "/statistics", "/embed/statistics", "/track", "/track/lost", "/demo/mailbox"].map(open),
  page("/[page]", "/scope", all(200)),
  page("/[page]", "/privacy", all(200)),
  page("/[page]", "/nothing-of-that-name", all(404)),
  page("/companies/[slug]", "/companies/bozhou", all(200)),
  page("/companies/[slug]", "/companies/nobody", all(404)),
  page("/rulings/[number]", "/rulings/{ruling}", all(200)),
  page("/rulings/[number]", "/rulings/2019-9999", all(404)),
  page("/rulings/[number]/share.png", "/rulings/{ruling}/share.png", all(200)),
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
  page("/account", "/account", SIGNED_IN),
  page("/sign-out", "/sign-out", SIGNED_IN),

  page("/desk", "/desk", DESK),
  ...["mine", "all", "overdue"].map((view) => page("/desk/[view]", `/desk/${view}`, DESK)),
  page("/desk/[view]", "/desk/nothing", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/cases/[reference]", "/desk/cases/{bozhou}", DESK),
  page("/desk/cases/[reference]", "/desk/cases/2019-0101-0001", { ...DESK, officer: 404, supervisor: 404 }),
  page("/desk/cases/[reference]/evidence/[id]", "/desk/cases/{bozhou}/evidence/{bozhouFile}", DESK),
  ...["/desk/checks", "/desk/intake", "/desk/reviews", "/desk/sign"].map((place) => page(place, place, DESK)),
  // The register is kept by the administrator too; it holds no case.
  page("/desk/companies", "/desk/companies", REGISTER),
  page("/desk/companies/new", "/desk/companies/new", REGISTER),
  page("/desk/companies/[slug]", "/desk/companies/bozhou", REGISTER),
  page("/desk/companies/[slug]/edit", "/desk/companies/bozhou/edit", REGISTER),
  page("/desk/companies/[slug]/merge", "/desk/companies/bozhou/merge", REGISTER),

  page("/company", "/company", COMPANY),
  page("/company/rectifications", "/company/rectifications", COMPANY),
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
  ...["/api-keys", "/people", "/people/invite", "/calendar", "/keeping", "/log", "/companies", "/companies/new"].map((place) =>
    page(`/admin${place}`, `/admin${place}`, ADMIN),
  ),
  page("/admin/people/[id]", "/admin/people/{person}", ADMIN),
  page("/admin/companies/[slug]", "/admin/companies/bozhou", ADMIN),
  page("/admin/companies/[slug]/edit", "/admin/companies/bozhou/edit", ADMIN),
  page("/admin/companies/[slug]/merge", "/admin/companies/bozhou/merge", ADMIN),

  handler("/health", "GET", "/health", all(200)),
  handler("/companies/suggest", "GET", "/companies/suggest?q=a", all(200)),
  handler("/search/suggest", "GET", "/search/suggest?q=a", all(200)),
  ...["/rulings", "/companies", "/scores", "/clauses", "/reports", "/overdue", "/dial-tests", "/dumps", "/statistics"].flatMap(
    (place) => openData(place, place),
  ),
  ...openData("/deadlines", "/deadlines?clock=acceptance&start=2026-09-17T10:00:00%2B08:00"),
  handler("/v1/deadlines", "GET", "/v1/deadlines?clock=lunch&start=2026-09-17", all(400)),
  ...openData("/rulings/[number]", "/rulings/{ruling}"),
  ...openData("/companies/[slug]", "/companies/bozhou"),
  handler("/v1/companies/[slug]", "GET", "/v1/companies/nobody", all(404)),
  handler("/v1/openapi.json", "GET", "/v1/openapi.json", all(200)),
  handler("/v1/openapi.json", "OPTIONS", "/v1/openapi.json", all(204)),
  ...(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const).map((method) =>
    handler("/v1/[...rest]", method, "/v1/nothing/of/that/name", all(404)),
  ),
  handler("/v1/complaints", "POST", "/v1/complaints", all(401)),
  ...(["GET", "HEAD", "PUT", "PATCH", "DELETE"] as const).map((method) =>
    handler("/v1/complaints", method, "/v1/complaints", all(405)),
  ),
  ...(["GET", "HEAD"] as const).map((method) =>
    handler("/v1/dumps/[day]/[file]", method, "/v1/dumps/2019-01-01/manifest.json", all(404)),
  ),
  handler("/v1/dumps/[day]/[file]", "OPTIONS", "/v1/dumps/latest/manifest.json", all(204)),
  handler("/v1/feeds/[file]", "GET", "/v1/feeds/rulings.atom?company=bozhou", all(200)),
  handler("/v1/feeds/[file]", "GET", "/v1/feeds/rulings.json", all(200)),
  handler("/v1/feeds/[file]", "GET", "/v1/feeds/nothing", all(404)),
  handler("/v1/feeds/[file]", "OPTIONS", "/v1/feeds/rulings.atom", all(204)),
  handler("/v1/score-inputs", "GET", "/v1/score-inputs", all(200)),
  handler("/v1/reports/[quarter]/[version]/figures/[file]", "GET", "/v1/reports/{quarter}/v{version}/figures/F1.csv", all(200)),
  handler("/v1/reports/[quarter]/[version]/figures/[file]", "GET", "/v1/reports/{quarter}/v9.9/figures/F1.csv", all(404)),
  handler(
    "/v1/reports/[quarter]/[version]/figures/[file]",
    "OPTIONS",
    "/v1/reports/{quarter}/v{version}/figures/F1.csv",
    all(204),
  ),
  handler(
    "/v1/reports/[quarter]/[version]/data-dictionary.json",
    "GET",
    "/v1/reports/{quarter}/v{version}/data-dictionary.json",
    all(200),
  ),
  handler(
    "/v1/reports/[quarter]/[version]/data-dictionary.json",
    "OPTIONS",
    "/v1/reports/{quarter}/v{version}/data-dictionary.json",
    all(204),
  ),
  // What PDF there is, is read in the journey of the whole path: printing it takes Chromium a while.
  handler("/v1/reports/[quarter]/[version]/report.pdf", "GET", "/v1/reports/{quarter}/v9.9/report.pdf", all(404)),
  handler("/v1/reports/[quarter]/[version]/report.pdf", "OPTIONS", "/v1/reports/{quarter}/v{version}/report.pdf", all(204)),
  handler("/auth/[...nextauth]", "GET", "/auth/session", all(200)),
  handler("/auth/[...nextauth]", "POST", "/auth/nothing", all(400)),
  // A challenge belongs to a draft, which none of these has.
  handler("/challenge", "GET", "/challenge", all(404)),
  handler("/drafts", "PUT", "/drafts", all(400)),
  // Without the token of a draft or case there is no place to put a file, and no file to be found.
  { ...handler("/uploads/[[...path]]", "POST", "/uploads", all(401)), headers: { ...TUS, "upload-length": "1" } },
  ...(["HEAD", "PATCH", "DELETE"] as const).map((method) => ({
    ...handler("/uploads/[[...path]]", method, "/uploads/0199c0de00007000800000000000", all(404)),
    headers: { ...TUS, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
  })),
  handler("/uploads/[[...path]]", "OPTIONS", "/uploads", all(204)),
  handler("/evidence/[id]", "GET", "/evidence/{bozhouFile}", {
    ...all(404),
    receipt: 200,
    company: 200,
    officer: 200,
    supervisor: 200,
  }),
  handler("/evidence/[id]", "GET", "/evidence/{jinggeFile}", { ...all(404), jingge: 200, officer: 200, supervisor: 200 }),
  handler("/evidence/[id]", "DELETE", "/evidence/{bozhouFile}", all(404)),
  // A page to decide what is hidden: the desk alone, and not the company that may see the file.
  handler("/evidence/[id]/page", "GET", "/evidence/{picture}/page", { ...all(404), officer: 200, supervisor: 200 }),
  handler("/evidence/published/[id]", "GET", "/evidence/published/{bozhouFile}", all(404)),
  handler("/receipts/[reference]", "GET", "/receipts/{own}", { ...all(404), complainant: 200 }),
  handler("/receipts/[reference]", "GET", "/receipts/{bozhou}", { ...all(404), receipt: 200 }),
  handler("/internal/public-change", "POST", "/internal/public-change", all(404)),
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
