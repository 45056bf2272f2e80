// npm leaves a package for another system (`@next/swc-darwin-arm64` …) out of package-lock.json when the registry did not have it at that moment,
// and keeps strays that nothing asks for; afterwards `npm ci` refuses its own file. This puts the missing entries in and takes the strays out.
// Run it after every `npm install`. `--check` only says whether the file is in order (script/test does).
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  wasm32: "",
  win32: "win32",
  windows: "win32",
};
const PROCESSORS = {
  arm: "arm",
  arm64: "arm64",
  gnueabihf: "",
  ia32: "ia32",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
  wasm32: "wasm32",
  x64: "x64",
};

const before = readFileSync("package-lock.json", "utf8");
const lock = JSON.parse(before);
const { packages } = lock;

for (const [place, entry] of Object.entries(packages)) if (place !== "" && entry.extraneous) delete packages[place];

for (const [place, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (found(place, name) || !/^\d/.test(version)) continue;
    const words = name.split("/").at(-1).split("-");
    const cpu = words.map((word) => PROCESSORS[word]).find(Boolean);
    const os = words.map((word) => SYSTEMS[word]).find(Boolean);
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(words.includes("musl") ? { libc: ["musl"] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
  }
}

/** Whether Node's way of looking from `place` upwards meets an entry of that name. */
function found(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
    if (!at.includes("/node_modules/")) at = "/node_modules/";
  }
}

const [root, ...others] = Object.entries(packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (after !== before) {
  if (process.argv.includes("--check")) {
    console.error("package-lock.json is not in order; npm ci would refuse it. Run: node script/complete-lock.mjs");
    process.exit(1);
  }
  writeFileSync("package-lock.json", after);
  console.info("package-lock.json was put in order.");
}
