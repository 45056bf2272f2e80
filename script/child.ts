import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long had a good start: the next crash is answered at once again. */
const GOOD_LIFE_MS = 60_000;

/** A process that is started again when it dies, each time a little later, until it is told to stop. */
export class Child {
  private process: ChildProcess | undefined;
  private pauseMs = 500;
  private again: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly name: string,
    private readonly args: string[],
    private readonly env: () => NodeJS.ProcessEnv,
    private readonly say: (line: string) => void,
  ) {}

  start(): void {
    const began = Date.now();
    const preload = path.resolve("script/end-with-parent.mjs");
    // Detached: Ctrl-C goes to the supervisor alone, which ends things in order. The channel ("ipc") tells the child when the supervisor is gone.
    const child = spawn(process.execPath, ["--import", preload, ...this.args], {
      env: this.env(),
      detached: true,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.process = child;
    child.once("exit", (code, signal) => {
      this.process = undefined;
      if (this.stopping) return;
      if (Date.now() - began > GOOD_LIFE_MS) this.pauseMs = 500;
      this.say(`The ${this.name} ended (${signal ?? `code ${code}`}) and is started again in ${this.pauseMs / 1000} s.`);
      this.again = setTimeout(() => this.start(), this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  /** Ends the process so that it starts anew with the present environment. */
  restart(): void {
    this.pauseMs = 500;
    this.process?.kill("SIGTERM");
  }

  /** SIGTERM, after `patienceMs` SIGKILL; resolves when it is gone. */
  stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    const child = this.process;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      child.once("exit", () => {
        clearTimeout(force);
        resolve();
      });
      child.kill("SIGTERM");
    });
  }

  /** At once, for a second Ctrl-C. */
  kill(): void {
    this.process?.kill("SIGKILL");
  }
}
