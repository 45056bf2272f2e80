import type Uppy from "@uppy/core";
import type { UploadState } from "../case/upload-row";
import { dropFile, keepFile, keptFiles } from "./kept-files";

/** A file this browser is sending, or has just sent. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Its type says that it is a picture. */
  readonly picture: boolean;
  readonly upload: Exclude<UploadState, { state: "refused" }> | { state: "refused"; code: string };
  /** Of the tus endpoint, once the upload has begun. */
  readonly uploadId?: string;
  /** Once it was received. */
  readonly evidenceId?: string;
  readonly sha256?: string;
}

/** Where files go: the tus token, and the draft or case they belong to. */
export interface UploadPlace {
  readonly token: string;
  readonly scope: string;
}

const RETRY = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
const AGAIN_AFTER = 30_000;
const SHOW_EVERY = 250;

interface Pace {
  at: number;
  sent: number;
  /** Bytes a second, smoothed. */
  rate: number;
}

/**
 * Sends files over tus, two at a time, for as long as the page lives: goes on after a lost line, and after a reload with the files the
 * browser kept. Holds no words and draws nothing; `onChange` is told of every change.
 */
export class Uploader {
  private uppy: Promise<Uppy> | null = null;
  private place: UploadPlace | null = null;
  private files = new Map<string, SentFile>();
  private readonly pace = new Map<string, Pace>();
  private readonly restored = new Set<string>();
  private shown = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onChange: (files: readonly SentFile[]) => void) {}

  /** Sets or renews where files go; for a new place, picks up what was not finished there. */
  async configure(place: UploadPlace): Promise<void> {
    const moved = this.place?.scope !== place.scope;
    this.place = place;
    if (!moved) return;
    const files = await keptFiles(place.scope);
    if (files.length > 0) await this.add(files, true);
  }

  async add(files: readonly File[], restored = false): Promise<void> {
    if (!this.place || files.length === 0) return;
    const uppy = await this.open();
    for (const file of files) {
      try {
        const id = uppy.addFile({ name: file.name || "file", type: file.type, data: file });
        if (restored) this.restored.add(id);
        else void keepFile(this.place.scope, id, file);
      } catch {
        // The same file once more: it is in the list already.
      }
    }
  }

  async togglePause(id: string): Promise<void> {
    const file = this.files.get(id);
    const uppy = await this.open();
    const paused = uppy.pauseResume(id);
    if (!file || !("sent" in file.upload)) return;
    this.pace.delete(id);
    const { sent } = file.upload;
    this.set(id, { upload: paused ? { state: "paused", sent } : { state: "sending", sent } });
  }

  /** Breaks off an unfinished upload; the server forgets it too. */
  async remove(id: string): Promise<void> {
    const uppy = await this.open();
    if (uppy.getFile(id)) uppy.removeFile(id);
    this.forget(id);
  }

  close(): void {
    clearTimeout(this.timer);
    removeEventListener("offline", this.lineGone);
    removeEventListener("online", this.lineBack);
    void this.uppy?.then((uppy) => uppy.destroy());
  }

  private readonly lineGone = () => {
    for (const { id, upload } of this.files.values())
      if (upload.state === "sending" || upload.state === "resuming") this.stall(id, upload.sent);
  };

  private readonly lineBack = () => {
    for (const { id, upload } of this.files.values())
      if (upload.state === "stalled") this.set(id, { upload: { ...upload, state: "resuming" } });
  };

  private stall(id: string, sent: number): void {
    this.pace.delete(id);
    this.set(id, { upload: { state: "stalled", sent, brokeAt: sent } });
  }

  private open(): Promise<Uppy> {
    if (!this.uppy) {
      addEventListener("offline", this.lineGone);
      addEventListener("online", this.lineBack);
      this.uppy = this.load();
    }
    return this.uppy;
  }

  // Loaded when the first file is chosen: most pages of a complaint need none of it.
  private async load(): Promise<Uppy> {
    const [{ default: UppyCore }, { default: Tus }] = await Promise.all([import("@uppy/core"), import("@uppy/tus")]);
    const uppy = new UppyCore({ autoProceed: true, allowMultipleUploadBatches: true });
    uppy.use(Tus, {
      endpoint: `${location.origin}/api/uploads`,
      headers: () => ({ authorization: `Bearer ${this.place?.token ?? ""}` }),
      allowedMetaFields: ["name", "type"],
      retryDelays: RETRY,
      removeFingerprintOnSuccess: true,
      limit: 2,
    });
    uppy.on("file-added", (file) =>
      this.put({
        id: file.id,
        name: file.name,
        bytes: file.size ?? 0,
        picture: file.type.startsWith("image/"),
        upload: { state: "waiting" },
      }),
    );
    uppy.on("file-removed", (file) => this.forget(file.id));
    uppy.on("upload-progress", (file, progress) => {
      if (file) this.moved(file.id, progress.bytesUploaded || 0, uppy.getFile(file.id)?.tus?.uploadUrl ?? undefined);
    });
    uppy.on("upload-success", (file, response) => {
      const xhr = (response.body as { xhr?: XMLHttpRequest } | undefined)?.xhr;
      if (file) this.ended(file.id, response.uploadURL, xhr);
    });
    uppy.on("upload-error", (file, _error, response) => {
      const xhr = (response?.body as { xhr?: XMLHttpRequest } | undefined)?.xhr;
      if (file) this.failed(uppy, file.id, response?.status ?? 0, xhr?.responseText?.trim() ?? "");
    });
    return uppy;
  }

  private moved(id: string, sent: number, url: string | undefined): void {
    const file = this.files.get(id);
    if (!file || file.upload.state === "paused" || file.upload.state === "received") return;
    // What is told late of before the line went does not bring it back.
    if (file.upload.state === "stalled" && !navigator.onLine) return;
    const now = performance.now();
    const pace = this.pace.get(id) ?? { at: now, sent, rate: 0 };
    if (now - pace.at >= 500) {
      const rate = ((sent - pace.sent) * 1000) / (now - pace.at);
      this.pace.set(id, { at: now, sent, rate: pace.rate === 0 ? rate : pace.rate * 0.7 + rate * 0.3 });
    } else this.pace.set(id, pace);
    const broke = "brokeAt" in file.upload ? file.upload.brokeAt : this.restored.delete(id) && sent > 0 ? sent : undefined;
    const rate = this.pace.get(id)?.rate ?? 0;
    const left = rate > 0 ? { secondsLeft: Math.max(1, Math.round((file.bytes - sent) / rate)) } : {};
    const begun = url ? { uploadId: url.split("/").pop() ?? "" } : {};
    this.set(id, {
      ...begun,
      upload: broke === undefined ? { state: "sending", sent, ...left } : { state: "resuming", sent, brokeAt: broke },
    });
  }

  private ended(id: string, url: string | undefined, xhr: XMLHttpRequest | undefined): void {
    const code = xhr?.getResponseHeader("Evidence-Refused");
    if (this.place) void dropFile(this.place.scope, id);
    this.pace.delete(id);
    this.set(id, {
      upload: code ? { state: "refused", code } : { state: "received" },
      ...(url ? { uploadId: url.split("/").pop() ?? "" } : {}),
      ...(xhr?.getResponseHeader("Evidence-Id") ? { evidenceId: xhr.getResponseHeader("Evidence-Id") ?? "" } : {}),
      ...(xhr?.getResponseHeader("Evidence-Sha256") ? { sha256: xhr.getResponseHeader("Evidence-Sha256") ?? "" } : {}),
    });
  }

  private failed(uppy: Uppy, id: string, status: number, code: string): void {
    const file = this.files.get(id);
    if (!file) return;
    if (status >= 400 && status < 500) {
      if (this.place) void dropFile(this.place.scope, id);
      this.set(id, { upload: { state: "refused", code: /^[a-z_]{1,40}$/.test(code) ? code : "failed" } });
      return;
    }
    // The line or the server is down: what was sent is there, and it goes on by itself.
    const sent = "sent" in file.upload ? file.upload.sent : 0;
    this.stall(id, sent);
    const again = () => {
      removeEventListener("online", again);
      clearTimeout(timer);
      this.lineBack();
      if (uppy.getFile(id)) void uppy.retryUpload(id);
    };
    const timer = setTimeout(again, AGAIN_AFTER);
    addEventListener("online", again, { once: true });
  }

  private forget(id: string): void {
    if (!this.files.delete(id)) return;
    if (this.place) void dropFile(this.place.scope, id);
    this.show(true);
  }

  private put(file: SentFile): void {
    this.files.set(file.id, file);
    this.show(true);
  }

  private set(id: string, change: Partial<SentFile>): void {
    const file = this.files.get(id);
    if (!file) return;
    const urgent = change.upload?.state !== file.upload.state;
    this.files.set(id, { ...file, ...change });
    this.show(urgent);
  }

  private show(urgent: boolean): void {
    clearTimeout(this.timer);
    const wait = urgent ? 0 : Math.max(0, SHOW_EVERY - (performance.now() - this.shown));
    const tell = () => {
      this.shown = performance.now();
      this.onChange([...this.files.values()]);
    };
    if (wait === 0) tell();
    else this.timer = setTimeout(tell, wait);
  }
}
