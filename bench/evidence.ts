/** Measurements of evidence, one part after another; `npm run bench -- evidence [part]`. Each part is a file `evidence-<part>.ts` that exports `run`. */
const PARTS: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  reading: () => import("./evidence-reading"),
  redaction: () => import("./evidence-redaction"),
  upload: () => import("./evidence-upload"),
};

/** Runs the part named first, or all. Throws when there is none of that name. */
export async function run(args: string[]): Promise<void> {
  const [first, ...rest] = args;
  const named = first !== undefined && !first.startsWith("-") ? first : undefined;
  if (named && !PARTS[named]) throw new Error(`There is no part ${named}; there is: ${Object.keys(PARTS).join(", ")}`);
  for (const [name, load] of Object.entries(PARTS)) if (!named || named === name) await (await load()).run(named ? rest : args);
}
