import { all, handler, type Row } from "./visitors";

const TUS = { "tus-resumable": "1.0.0" };

/** An address of open data: read by everyone, written by nobody. */
const openData = (route: string, path: string): Row[] => [
  handler(`/v1${route}`, "GET", `/v1${path}`, all(200)),
  handler(`/v1${route}`, "HEAD", `/v1${path}`, all(200)),
  handler(`/v1${route}`, "OPTIONS", `/v1${path}`, all(204)),
  ...(["POST", "PUT", "PATCH", "DELETE"] as const).map((method) => handler(`/v1${route}`, method, `/v1${path}`, all(405))),
];

/** Every address below /api, and what each visitor gets. */
export const HANDLERS: readonly Row[] = [
  handler("/health", "GET", "/health", all(200)),
  handler("/companies/suggest", "GET", "/companies/suggest?q=a", all(200)),
  handler("/search/suggest", "GET", "/search/suggest?q=a", all(200)),
  ...[
    "/rulings",
    "/companies",
    "/scores",
    "/clauses",
    "/reports",
    "/overdue",
    "/record",
    "/dial-tests",
    "/dial-plans",
    "/badges",
    "/special-checks",
    "/dumps",
    "/statistics",
  ].flatMap((place) => openData(place, place)),
  ...openData("/deadlines", "/deadlines?clock=acceptance&start=2026-09-17T10:00:00%2B08:00"),
  handler("/v1/deadlines", "GET", "/v1/deadlines?clock=lunch&start=2026-09-17", all(400)),
  ...openData("/rulings/[number]", "/rulings/{ruling}"),
  ...openData("/companies/[slug]", "/companies/bozhou"),
  handler("/v1/companies/[slug]", "GET", "/v1/companies/nobody", all(404)),
  handler("/desk/presence/[reference]", "POST", "/desk/presence/{bozhou}", { ...all(404), officer: 200, supervisor: 200 }),
  handler("/desk/peek/[reference]", "GET", "/desk/peek/{bozhou}", { ...all(404), officer: 200, supervisor: 200 }),
  handler("/v1/openapi.json", "GET", "/v1/openapi.json", all(200)),
  handler("/v1/openapi.json", "OPTIONS", "/v1/openapi.json", all(204)),
  ...(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const).map((method) =>
    handler("/v1/[...rest]", method, "/v1/nothing/of/that/name", all(404)),
  ),
  // Whoever has the address reads; nobody has this one.
  handler("/desk/calendar/[token]", "GET", "/desk/calendar/nobodys.ics", all(404)),
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
  handler("/v1/feeds/[file]", "GET", "/v1/feeds/rulings.atom?search=q%3D%E9%80%80%E6%AC%BE", all(200)),
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
  handler("/challenge", "GET", "/challenge?for=follow", all(200)),
  handler("/drafts", "PUT", "/drafts", all(400)),
  // Without the token of a draft or case there is no place to put a file, and no file to be found.
  { ...handler("/uploads/[[...path]]", "POST", "/uploads", all(401)), headers: { ...TUS, "upload-length": "1" } },
  ...(["HEAD", "PATCH", "DELETE"] as const).map((method) => ({
    ...handler("/uploads/[[...path]]", method, "/uploads/0199c0de00007000800000000000", all(404)),
    headers: { ...TUS, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
  })),
  handler("/uploads/[[...path]]", "OPTIONS", "/uploads", all(204)),
  handler("/readings", "GET", "/readings", all(404)),
  handler("/evidence/[id]", "GET", "/evidence/{bozhouFile}", {
    ...all(404),
    receipt: 200,
    company: 200,
    officer: 200,
    supervisor: 200,
  }),
  handler("/evidence/[id]", "GET", "/evidence/{jinggeFile}", { ...all(404), jingge: 200, officer: 200, supervisor: 200 }),
  handler("/evidence/[id]", "DELETE", "/evidence/{bozhouFile}", all(404)),
  // A page is seen by whoever may see the file: here the desk, as it is of a company without an account.
  handler("/evidence/[id]/page", "GET", "/evidence/{picture}/page", { ...all(404), officer: 200, supervisor: 200 }),
  handler("/evidence/[id]/page", "GET", "/evidence/{picture}/page?as=public", { ...all(404), officer: 200, supervisor: 200 }),
  handler("/evidence/published/[id]", "GET", "/evidence/published/{bozhouFile}", all(404)),
  handler("/follow/stop/[token]", "POST", "/follow/stop/never-was", all(404)),
  handler("/follow/stop/[token]", "GET", "/follow/stop/never-was", all("/zh-Hans/follow/stop/never-was")),
  handler("/receipts/[reference]", "GET", "/receipts/{own}", { ...all(404), complainant: 200 }),
  handler("/receipts/[reference]", "GET", "/receipts/{bozhou}", { ...all(404), receipt: 200 }),
  handler("/internal/public-change", "POST", "/internal/public-change", all(404)),
];
