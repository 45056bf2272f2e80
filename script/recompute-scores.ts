import { dumpAt, recompute } from "./recompute-dump";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const shown = (value: number | string | null) => (value === null ? "-" : String(value));

async function main(): Promise<number> {
  const [place] = process.argv.slice(2);
  if (!place) {
    process.stderr.write("script/recompute-scores DUMP: a folder, a file of a dump, or its address\n");
    return 2;
  }
  const all = await recompute(await dumpAt(place));
  say("company,asOf,score,lower,upper,band,grade,points,exposure,equal");
  for (const { published: p, again: a, equal } of all)
    say(
      [
        p.company,
        p.asOf,
        a?.score ?? null,
        a?.lower ?? null,
        a?.upper ?? null,
        a?.band ?? null,
        a?.grade ?? null,
        a?.points ?? null,
        a?.exposure ?? null,
        equal ? "equal" : "DIFFERENT",
      ]
        .map(shown)
        .join(","),
    );
  const wrong = all.filter((one) => !one.equal).length;
  process.stderr.write(`${all.length} published scores, ${all.length - wrong} equal to the last digit, ${wrong} different\n`);
  return wrong === 0 && all.length > 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
