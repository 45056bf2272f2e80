import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { random } from "@/db/seed/random";

/** The barest Next.js there is, in a folder of its own: what a page of ours is measured against. */
export interface BareNext {
  readonly folder: string;
  /** The path of the prerendered page that is as large as the one of that name. */
  path(name: string): string;
  /** A page as large that is made when it is first asked for, and kept: one of as many as one likes. */
  made(name: string, n: number): string;
  /** A prerendered page that says one sentence in each of the pattern book's five Chinese faces. */
  readonly faces: string;
  /** A page as large that is made for every request, of paragraphs of sixty letters. */
  asked(name: string): string;
}

/** A page of nothing weighs about this much; its text stands in it twice, as HTML and as data for the browser. */
const EMPTY_PAGE_BYTES = 4_600;

const FACES = [
  ...[400, 500, 700].map((weight) => ["Noto Sans CJK SC", weight]),
  ...[700, 900].map((weight) => ["Noto Serif CJK SC", weight]),
];

/** Letters without meaning, the same for the same name. */
function filler(name: string, bytes: number): string {
  const rng = random(name);
  let text = "";
  while (text.length < bytes) text += `${Math.floor(rng.next() * 2 ** 32).toString(36)} `;
  return text.slice(0, bytes);
}

/** Builds one prerendered page for each name, of about so many bytes of HTML. */
export function buildBareNext(folder: string, bytes: Readonly<Record<string, number>>): BareNext {
  const root = path.resolve(folder);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(path.join(root, "app"), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));
  writeFileSync(path.join(root, "package.json"), '{"private":true}');
  writeFileSync(path.join(root, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`);
  // Without one of its own it would be given ours, which lies above it.
  writeFileSync(path.join(root, "instrumentation.js"), "export function register() {}");
  writeFileSync(
    path.join(root, "app", "layout.jsx"),
    `export const metadata = { title: "bare" };
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  );
  for (const [name, size] of Object.entries(bytes)) {
    mkdirSync(path.join(root, "app", name));
    const text = filler(name, Math.max(0, Math.round((size - EMPTY_PAGE_BYTES) / 2)));
    writeFileSync(
      path.join(root, "app", name, "page.jsx"),
      `export default function Page() { return <main>{${JSON.stringify(text)}}</main>; }`,
    );
    mkdirSync(path.join(root, "app", `${name}-asked`));
    writeFileSync(
      path.join(root, "app", `${name}-asked`, "page.jsx"),
      `export const dynamic = "force-dynamic";
const pieces = ${JSON.stringify(text)}.match(/.{1,60}/g) ?? [];
export default function Page() { return <main>{pieces.map((piece, i) => <p key={i}>{piece}</p>)}</main>; }`,
    );
    mkdirSync(path.join(root, "app", name, "[n]"));
    writeFileSync(
      path.join(root, "app", name, "[n]", "page.jsx"),
      `export const revalidate = 600;
export function generateStaticParams() { return []; }
export default async function Page({ params }) { const { n } = await params; return <main>{n}{${JSON.stringify(text)}}</main>; }`,
    );
  }
  mkdirSync(path.join(root, "app", "faces"));
  writeFileSync(
    path.join(root, "app", "faces", "page.jsx"),
    `const faces = ${JSON.stringify(FACES)};
export default function Page() { return <main>{faces.map(([fontFamily, fontWeight], i) => <p key={i} style={{ fontFamily, fontWeight }}>人工智能说不通，到这里说。</p>)}</main>; }`,
  );
  execFileSync(process.execPath, [path.resolve("node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    folder: root,
    path: (name) => `/${name}`,
    made: (name, n) => `/${name}/${n}`,
    faces: "/faces",
    asked: (name) => `/${name}-asked`,
  };
}
