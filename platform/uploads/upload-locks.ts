import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";

interface Holder {
  release: RequestRelease;
  waiting: (() => void)[];
}

/**
 * One request at a time for an upload, first come first served. A newcomer asks the holder to let go (a phone that lost its
 * line comes back while the old connection still seems open). Holds within this process: staging belongs to one web process.
 */
export class UploadLocks implements Locker {
  private readonly holders = new Map<string, Holder>();

  /** `patience`: milliseconds a request waits for the lock before it fails with ERR_LOCK_TIMEOUT. */
  constructor(private readonly patience = 20_000) {}

  isHeld(id: string): boolean {
    return this.holders.has(id);
  }

  newLock(id: string): Lock {
    return { lock: (signal, release) => this.take(id, signal, release), unlock: async () => this.free(id) };
  }

  private async take(id: string, signal: AbortSignal, release: RequestRelease): Promise<void> {
    const holder = this.holders.get(id);
    if (!holder) {
      this.holders.set(id, { release, waiting: [] });
      return;
    }
    const turn = this.turn(holder, signal);
    await holder.release();
    await turn;
    const now = this.holders.get(id);
    if (!now) throw new Error("a lock was freed twice");
    now.release = release;
    if (now.waiting.length > 0) await release();
  }

  private turn(holder: Holder, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        then();
      };
      const go = () => settle(resolve);
      const giveUp = () => {
        holder.waiting.splice(holder.waiting.indexOf(go), 1);
        settle(() => reject(ERRORS.ERR_LOCK_TIMEOUT));
      };
      const timer = setTimeout(giveUp, this.patience);
      signal.addEventListener("abort", giveUp, { once: true });
      holder.waiting.push(go);
    });
  }

  private free(id: string): void {
    const next = this.holders.get(id)?.waiting.shift();
    if (next) next();
    else this.holders.delete(id);
  }
}
