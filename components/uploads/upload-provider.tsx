"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type SentFile, Uploader, type UploadPlace } from "./uploader";

interface Uploads {
  readonly files: readonly SentFile[];
  /** Files not finished yet. */
  readonly running: number;
  configure(place: UploadPlace): void;
  add(files: readonly File[]): void;
  togglePause(id: string): void;
  remove(id: string): void;
}

const Context = createContext<Uploads | null>(null);

/** Keeps uploads going while one moves between the pages under it. Stands in a layout. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const uploader = useRef<Uploader | null>(null);
  const get = useCallback(() => {
    uploader.current ??= new Uploader(setFiles);
    return uploader.current;
  }, []);
  useEffect(() => () => uploader.current?.close(), []);
  const running = files.filter((file) => file.upload.state !== "received" && file.upload.state !== "refused").length;

  // Leaving the site would stop what is being sent; moving between these pages does not.
  useEffect(() => {
    if (running === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [running]);

  const value = useMemo<Uploads>(
    () => ({
      files,
      running,
      configure: (place) => void get().configure(place),
      add: (added) => void get().add(added),
      togglePause: (id) => void get().togglePause(id),
      remove: (id) => void get().remove(id),
    }),
    [files, running, get],
  );
  return <Context value={value}>{children}</Context>;
}

/** The uploads of the nearest UploadProvider. */
export function useUploads(): Uploads {
  const uploads = useContext(Context);
  if (!uploads) throw new Error("useUploads stands outside an UploadProvider");
  return uploads;
}
