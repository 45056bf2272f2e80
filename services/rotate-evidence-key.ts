import { db } from "@/db/client";
import { sealedKeys } from "@/db/queries/evidence-checks";
import { SealError } from "@/platform/sealing/errors";
import type { MasterKey } from "@/platform/sealing/master-key";
import { NoSuchObject, type ObjectStorage } from "@/platform/storage/object-storage";
import { openSealedObject, resealObject } from "@/platform/storage/sealed-objects";

export interface Rotation {
  rewrapped: number;
  /** Sealed for the current key already: an earlier run got to them, or they came after the change. */
  already: number;
  /** Keys of objects that could not be opened with any key, or are gone. */
  failed: string[];
}

/**
 * Wraps the file key of every sealed object to the current master key (`master.identity`); `master.older` open what was sealed before. The
 * payload is copied as it is, so hashes and sizes stay. Broken off, it goes on where it was; running it twice changes nothing.
 */
export async function rotateEvidenceKey(storage: ObjectStorage, master: MasterKey): Promise<Rotation> {
  const current: MasterKey = { ...master, older: [] };
  const done: Rotation = { rewrapped: 0, already: 0, failed: [] };
  for (const key of await sealedKeys(db())) {
    try {
      await openSealedObject(storage, key, current);
      done.already += 1;
      continue;
    } catch (error) {
      if (error instanceof NoSuchObject) {
        done.failed.push(key);
        continue;
      }
    }
    try {
      await resealObject(storage, key, master, current);
      done.rewrapped += 1;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      done.failed.push(key);
    }
  }
  return done;
}
