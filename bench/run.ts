/** One entry for every measurement: `npm run bench -- <name> [options]`. Each subject is a file beside this one that exports `run`. */
interface Subject {
  run(args: string[]): Promise<void>;
}
const SUBJECTS: Record<string, () => Promise<Subject>> = {
  // One line a subject, in alphabetical order.
  deadlines: () => import("./deadlines"),
  desk: () => import("./desk"),
  log: () => import("./log"),
  public: () => import("./public"),
  evidence: () => import("./evidence"),
  replica: () => import("./replica"),
  seed: () => import("./seed"),
};

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  const subject = name === undefined ? undefined : SUBJECTS[name];
  if (subject === undefined) {
    process.stderr.write(`npm run bench -- <name> [options]; there is: ${Object.keys(SUBJECTS).sort().join(", ")}\n`);
    process.exit(2);
  }
  await (await subject()).run(args);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

export {};
