// `check`: exit code 0 when node_modules is what package-lock.json says. `stamp`: remembers that it is.
// Plain JavaScript without imports of packages: it runs before there are any.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.answered-lock";
const lock = readFileSync("package-lock.json", "utf8");
const hash = createHash("sha256").update(lock).digest("hex");

if (process.argv[2] === "stamp") {
  writeFileSync(STAMP, hash);
} else if (!(existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash)) {
  if (!installedByHand()) process.exit(1);
  writeFileSync(STAMP, hash);
}

/** npm's own record of what it put there, for those who ran `npm ci` or `npm install` themselves. */
function installedByHand() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  return Object.entries(wanted).every(
    ([place, part]) => place === "" || part.optional || part.extraneous || part.link || present[place]?.version === part.version,
  );
}
