import { createCipheriv, createHash } from "node:crypto";

// ISO 32000-2, 7.6.4: what stands in for a missing password.
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/**
 * Does an encrypted PDF (its bytes as latin1) ask its reader for a password? False when the empty password opens it, and when
 * its dictionary cannot be read: what is not understood is not refused.
 */
export function needsPassword(pdf: string): boolean {
  const dictionary = encryptDictionary(pdf);
  if (!dictionary || !/\/Filter\s*\/Standard/.test(dictionary)) return false;
  const revision = Number(/\/R\s+(\d)/.exec(dictionary)?.[1]);
  const user = stringAfter(dictionary, "/U");
  const owner = stringAfter(dictionary, "/O");
  if (!user || !owner) return false;
  if (revision >= 5) return !opensNew(user, revision);
  const permissions = Number(/\/P\s+(-?\d+)/.exec(dictionary)?.[1]);
  const bits = Number(
    /\/Length\s+(\d+)/.exec(dictionary.replace(/\/CF\s*<<[\s\S]*?>>\s*>>/, ""))?.[1] ?? (revision === 4 ? 128 : 40),
  );
  const id = stringAfter(pdf.slice(Math.max(0, pdf.lastIndexOf("/ID"))), "[") ?? Buffer.alloc(0);
  if (!Number.isInteger(permissions)) return false;
  return !opensOld({
    user,
    owner,
    permissions,
    bytes: revision === 2 ? 5 : bits / 8,
    id,
    revision,
    metadata: !/\/EncryptMetadata\s+false/.test(dictionary),
  });
}

interface OldLock {
  user: Buffer;
  owner: Buffer;
  permissions: number;
  bytes: number;
  id: Buffer;
  revision: number;
  metadata: boolean;
}

// Algorithms 2, 4 and 5: the key of the empty password, and the /U it leads to.
function opensOld(lock: OldLock): boolean {
  const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(lock.permissions | 0);
  const extra = lock.revision >= 4 && !lock.metadata ? [Buffer.from("ffffffff", "hex")] : [];
  let key = md5(PADDING, lock.owner.subarray(0, 32), flags, lock.id, ...extra);
  for (let round = 0; lock.revision >= 3 && round < 50; round++) key = md5(key.subarray(0, lock.bytes));
  key = key.subarray(0, lock.bytes);
  if (lock.revision === 2) return rc4(key, PADDING).equals(lock.user.subarray(0, 32));
  let proof = rc4(key, md5(PADDING, lock.id));
  for (let round = 1; round <= 19; round++) proof = rc4(Buffer.from(key.map((byte) => byte ^ round)), proof);
  return proof.equals(lock.user.subarray(0, 16));
}

// Algorithms 11 and 2.B: /U is hash, validation salt, key salt.
function opensNew(user: Buffer, revision: number): boolean {
  const salt = user.subarray(32, 40);
  let hash = createHash("sha256").update(salt).digest();
  if (revision >= 6) {
    for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
      const block = Buffer.concat(Array.from({ length: 64 }, () => hash));
      const cipher = createCipheriv("aes-128-cbc", hash.subarray(0, 16), hash.subarray(16, 32)).setAutoPadding(false);
      const mixed = Buffer.concat([cipher.update(block), cipher.final()]);
      const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
      hash = createHash(["sha256", "sha384", "sha512"][rest] ?? "sha256")
        .update(mixed)
        .digest();
      last = mixed.at(-1) ?? 0;
    }
  }
  return hash.subarray(0, 32).equals(user.subarray(0, 32));
}

function encryptDictionary(pdf: string): string | null {
  const direct = /\/Encrypt\s*<</.exec(pdf);
  if (direct) return dictionaryAt(pdf, direct.index + direct[0].length - 2);
  const reference = /\/Encrypt\s+(\d+)\s+(\d+)\s+R/.exec(pdf);
  if (!reference) return null;
  const object = new RegExp(`(?:^|[\\r\\n\\s])${reference[1]}\\s+${reference[2]}\\s+obj\\s*<<`).exec(pdf);
  return object && dictionaryAt(pdf, object.index + object[0].length - 2);
}

// Dictionaries nest; strings in this one may hold any byte but are skipped by their own rules in stringAfter.
function dictionaryAt(pdf: string, start: number): string {
  let depth = 0;
  for (let i = start; i < Math.min(pdf.length, start + 8192); i++) {
    if (pdf[i] === "\\") i += 1;
    else if (pdf[i] === "(") i = literalEnd(pdf, i);
    else if (pdf.startsWith("<<", i)) [depth, i] = [depth + 1, i + 1];
    else if (pdf.startsWith(">>", i)) [depth, i] = [depth - 1, i + 1];
    if (depth === 0) return pdf.slice(start, i + 1);
  }
  return pdf.slice(start, start + 8192);
}

function literalEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "(") depth += 1;
    else if (text[i] === ")") depth -= 1;
    if (depth === 0) return i;
  }
  return text.length;
}

function stringAfter(text: string, key: string): Buffer | null {
  const at = new RegExp(`${key === "[" ? "\\[" : key}\\s*(?=[(<])`).exec(text);
  if (!at) return null;
  const start = at.index + at[0].length;
  if (text[start] === "<") return Buffer.from(text.slice(start + 1, text.indexOf(">", start)).replace(/\s/g, ""), "hex");
  const bytes: number[] = [];
  const end = literalEnd(text, start);
  for (let i = start + 1; i < end; i++) {
    if (text[i] !== "\\") {
      bytes.push(text.charCodeAt(i));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
    const escaped = { n: 10, r: 13, t: 9, b: 8, f: 12 }[text[i + 1] ?? ""];
    if (octal) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (text[i + 1] !== "\n" && text[i + 1] !== "\r") bytes.push(escaped ?? text.charCodeAt(i + 1));
    i += octal ? octal.length : 1;
  }
  return Buffer.from(bytes);
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const get = (i: number) => state[i & 255] ?? 0;
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [get(j), get(i)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + get(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + get(i)) & 255;
      swap(i, j);
      return byte ^ get(get(i) + get(j));
    }),
  );
}
