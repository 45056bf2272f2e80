/** A file that is not yet with the portal, kept by the browser so that a reload does not ask for it again. */
interface Kept {
  readonly key: string;
  readonly scope: string;
  readonly file: File;
}

const NAME = "uploads";
/** Larger ones are not copied: choosing them again resumes just as well, and a phone's disk is small. */
const LARGEST = 300 * 1024 * 1024;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("answered", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: "key" }).createIndex("scope", "scope");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One request in a transaction of its own; null where the browser keeps nothing (private window, no room). */
async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const db = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const request = work(db.transaction(NAME, mode).objectStore(NAME));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

const keyOf = (scope: string, id: string) => `${scope}/${id}`;

export async function keepFile(scope: string, id: string, file: File): Promise<void> {
  if (file.size <= LARGEST) await run("readwrite", (store) => store.put({ key: keyOf(scope, id), scope, file } satisfies Kept));
}

export async function dropFile(scope: string, id: string): Promise<void> {
  await run("readwrite", (store) => store.delete(keyOf(scope, id)));
}

/** What was still to be sent for this draft. Files of other drafts on this device are dropped: they are nobody's business any more. */
export async function keptFiles(scope: string): Promise<File[]> {
  const all = (await run("readonly", (store) => store.getAll() as IDBRequest<Kept[]>)) ?? [];
  for (const other of all.filter((kept) => kept.scope !== scope)) await run("readwrite", (store) => store.delete(other.key));
  return all.filter((kept) => kept.scope === scope).map((kept) => kept.file);
}
