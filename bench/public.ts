/** The measurements of the public side: `npm run bench -- public <part> [options]`. */
const PARTS: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  filing: () => import("./public-filing"),
  fuzz: () => import("./public-fuzz"),
  lighthouse: () => import("./public-lighthouse"),
  rate: () => import("./public-rate"),
  search: () => import("./public-search"),
};

/** Runs one part; without a name, or with one that is not known, says which there are. */
export async function run([name, ...args]: string[]): Promise<void> {
  const part = name === undefined ? undefined : PARTS[name];
  if (part === undefined) {
    process.stderr.write(`npm run bench -- public <part> [options]; there is: ${Object.keys(PARTS).join(", ")}\n`);
    process.exit(2);
  }
  await (await part()).run(args);
}
