import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The arrows of the house (docs/decisions): domain ← db ← services ← app and jobs; components stand on domain; platform stands on nothing of the
 * project but types of domain. Beside each folder what it may import of the project.
 */
const MAY: Record<string, { folders: readonly string[]; types?: readonly string[] }> = {
  domain: { folders: ["domain"] },
  platform: { folders: ["platform"], types: ["domain"] },
  components: { folders: ["components", "domain"], types: ["platform"] },
  "db/seed": { folders: ["db", "domain", "platform", "services"] },
  db: { folders: ["db", "domain", "platform"] },
  services: { folders: ["services", "db", "domain", "platform", "messages"] },
  jobs: { folders: ["jobs", "services", "db", "domain", "platform"] },
  app: { folders: ["app", "components", "services", "db", "domain", "platform", "messages"] },
};

/** Outside these folders no file speaks SQL. */
const SQL_LIVES_IN = ["db", "script", "e2e", "bench"];
const SQL_PACKAGES = /^(drizzle-orm|postgres|pg)(\/|$)/;
/** What domain/ must not know: frameworks, storage, the machine. */
const NOT_IN_DOMAIN = /^(next|next-intl|react|react-dom|drizzle-orm|postgres|pg|pg-boss|node:(?!crypto$).*|fs|path)(\/|$)/;
const IMPURE: readonly [RegExp, string][] = [
  [/\bDate\.now\s*\(/, "asks the clock (Date.now); time is handed in"],
  [/\bnew Date\s*\(\s*\)/, "asks the clock (new Date()); time is handed in"],
  [/\bMath\.random\s*\(/, "rolls dice (Math.random)"],
  [/\brandom(UUID|Bytes|Int)\s*\(/, "rolls dice; what is random is handed in"],
  [/\bprocess\.env\b/, "reads the environment"],
  [/\bfetch\s*\(/, "goes to the network"],
];
const NOWHERE: readonly [RegExp, string][] = [
  [/@ts-(ignore|nocheck)/, "silences the types"],
  [/\bwaitForTimeout\b/, "waits by the clock in a test"],
  [/\b(TODO|FIXME|XXX)\b/, "leaves a note instead of the work"],
];
const MOST_LINES = 300;
const FOLDERS = ["app", "bench", "components", "db", "domain", "e2e", "jobs", "platform", "script", "services"];

type Import = { from: string; typeOnly: boolean; line: number };
export type Complaint = { file: string; line: number; what: string };

/** Every import of a source text: static, re-exported, dynamic. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|[\s;])(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;
  for (const match of text.matchAll(pattern)) {
    const from = match[3] ?? match[4];
    if (from)
      found.push({
        from,
        typeOnly: Boolean(match[2]) || onlyTypes(match[0]),
        line: text.slice(0, match.index).split("\n").length,
      });
  }
  return found;
}

/** `import { type A, type B } from …` is as good as `import type`. */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (!names || /import\s+[\w$]+\s*,/.test(statement)) return false;
  const parts = names.split(",").map((part) => part.trim());
  return parts.filter(Boolean).every((part) => part.startsWith("type "));
}

/** Where an import leads inside the project ("db/client"), or null for a package. */
export function placeOf(file: string, from: string): string | null {
  if (from.startsWith("@/")) return from.slice(2);
  if (from.startsWith(".")) return path.posix.join(path.posix.dirname(file), from);
  return null;
}

const within = (place: string, folder: string) => place === folder || place.startsWith(`${folder}/`);
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file) || file === "db/testing.ts";

/** What is wrong with one file. */
export function checkFile(file: string, text: string): Complaint[] {
  const complaints: Complaint[] = [];
  const lines = text.split("\n");
  const complain = (line: number, what: string) => complaints.push({ file, line, what });
  const scan = (rules: readonly [RegExp, string][]) => {
    for (const [index, line] of lines.entries())
      for (const [pattern, what] of rules) if (pattern.test(line)) complain(index + 1, what);
  };
  if (file !== "script/check-arrows.ts") scan(NOWHERE);
  if (lines.length - 1 > MOST_LINES && !isTest(file))
    complain(MOST_LINES, `has ${lines.length - 1} lines; at ${MOST_LINES} a file is split`);
  if (isTest(file)) return complaints;
  if (within(file, "domain")) scan(IMPURE);
  const layer = Object.keys(MAY).find((folder) => within(file, folder));
  for (const { from, typeOnly, line } of importsOf(text)) {
    const place = placeOf(file, from);
    if (place === null) {
      if (within(file, "domain") && NOT_IN_DOMAIN.test(from)) complain(line, `domain imports the package ${from}`);
      const sqlHere = SQL_LIVES_IN.some((folder) => within(file, folder));
      if (SQL_PACKAGES.test(from) && !sqlHere) complain(line, `speaks SQL (${from}); that is for db/queries`);
    } else if (layer && MAY[layer]) {
      const { folders, types = [] } = MAY[layer];
      const allowed =
        folders.some((folder) => within(place, folder)) || (typeOnly && types.some((folder) => within(place, folder)));
      if (!allowed)
        complain(
          line,
          `${layer} must not import ${place}${types.some((folder) => within(place, folder)) ? " (types only)" : ""}`,
        );
    }
  }
  return complaints;
}

function sources(folder: string): string[] {
  // Git keeps no empty folder: a fresh clone may lack one.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return place === "db/migrations" || place === "db/seed/files" ? [] : sources(place);
    return /\.tsx?$/.test(entry.name) ? [place] : [];
  });
}

/** Reads every source file and reports; exit code 1 when an arrow points the wrong way. */
function main(): void {
  const files = FOLDERS.flatMap((folder) => sources(folder));
  const complaints = files.flatMap((file) => checkFile(file, readFileSync(file, "utf8")));
  for (const { file, line, what } of complaints) console.error(`${file}:${line} ${what}`);
  console.info(`${files.length} files, ${complaints.length} against the rules of the house`);
  process.exit(complaints.length === 0 ? 0 : 1);
}

if (process.argv[1]?.endsWith("check-arrows.ts")) main();
