import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** The key every file key is wrapped to. `older` still open what was sealed before a rotation, and seal nothing new. */
export interface MasterKey {
  identity: string;
  recipient: string;
  older: string[];
}

/** Reads identities `AGE-SECRET-KEY-1…` separated by commas or white space: the first is the current one, the others are older. */
export async function masterKeyFrom(identities: string): Promise<MasterKey> {
  const [identity, ...older] = identities.split(/[\s,]+/).filter((word) => word.startsWith("AGE-SECRET-KEY-1"));
  if (!identity) throw new Error("EVIDENCE_MASTER_KEY holds no age identity (AGE-SECRET-KEY-1…)");
  const recipient = await identityToRecipient(identity);
  for (const old of older) await identityToRecipient(old);
  new Encrypter().addRecipient(recipient);
  return { identity, recipient, older };
}

/**
 * The master key of the evidence: from `fromEnv` (EVIDENCE_MASTER_KEY), else from `dataDir`/keys/evidence-master.txt, which is
 * made (mode 0600) when `mayGenerate` is set. Throws when there is none and none may be made: a lost key is lost evidence.
 */
export async function loadMasterKey(from: { fromEnv?: string; dataDir: string; mayGenerate: boolean }): Promise<MasterKey> {
  if (from.fromEnv?.trim()) return masterKeyFrom(from.fromEnv);
  const file = path.join(from.dataDir, "keys", "evidence-master.txt");
  const kept = await readKey(file);
  if (kept !== null) return masterKeyFrom(kept);
  if (!from.mayGenerate) throw new Error("EVIDENCE_MASTER_KEY is not set");
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const identity = await generateX25519Identity();
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(`${identity}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return masterKeyFrom(identity);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return masterKeyFrom((await settledKey(file)) ?? "");
  }
}

/** Puts a new identity before those in `dataDir`/keys/evidence-master.txt: it seals from the next start on, the older ones still open. */
export async function addMasterKey(dataDir: string): Promise<void> {
  const file = path.join(dataDir, "keys", "evidence-master.txt");
  const kept = await readKey(file);
  if (kept === null) throw new Error(`There is no key in ${file} yet`);
  const handle = await open(`${file}.next`, "w", 0o600);
  try {
    await handle.writeFile(`${await generateX25519Identity()}\n${kept}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.next`, file);
}

async function readKey(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

// Web and worker may start together: the one that came second waits until the first has written its line.
async function settledKey(file: string): Promise<string | null> {
  for (let turn = 0; turn < 50; turn++) {
    const text = await readKey(file);
    if (text?.includes("\n")) return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}
