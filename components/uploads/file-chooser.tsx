"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";

interface Props {
  onFiles(files: readonly File[]): void;
  /** id of the first button, for links that lead here. */
  id?: string;
}

function watchLine(onChange: () => void) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}

/** Ways to hand a file in: choose, take a photo, drag, paste. The whole page is where one may drop. */
export function FileChooser({ onFiles, id = "choose-files" }: Props) {
  const t = useTranslations("upload");
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const online = useSyncExternalStore(
    watchLine,
    () => navigator.onLine,
    () => true,
  );

  useEffect(() => {
    const filesIn = (data: DataTransfer | null) => [...(data?.files ?? [])];
    const paste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files.map(named));
    };
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") onFiles(filesIn(event.dataTransfer));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    addEventListener("paste", paste);
    addEventListener("dragover", drag);
    addEventListener("drop", drag);
    addEventListener("dragleave", leave);
    return () => {
      removeEventListener("paste", paste);
      removeEventListener("dragover", drag);
      removeEventListener("drop", drag);
      removeEventListener("dragleave", leave);
    };
  }, [onFiles]);

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  }

  return (
    <div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9em,1fr))] gap-3">
        <button type="button" id={id} className="btn" data-kind="plain" onClick={() => chooser.current?.click()}>
          {t("choose")}
        </button>
        <button type="button" className="btn" data-kind="plain" onClick={() => camera.current?.click()}>
          {t("camera")}
        </button>
      </div>
      <input ref={chooser} type="file" multiple hidden onChange={chosen} aria-label={t("choose")} data-testid="choose" />
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={chosen} aria-label={t("camera")} />
      <p className="mt-2 text-small text-ink-2">
        {t("limits")}
        <span className="block pointer-coarse:hidden">{t("drop")}</span>
      </p>
      {!online && (
        <p role="status" className="mt-2 border-l-(length:--double) border-line-2 pl-3.5">
          {t("offline")}
        </p>
      )}
      {over && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed inset-0 z-10 grid place-items-center border-(length:--double) border-ink bg-paper/90 text-h2"
        >
          {t("dropNow")}
        </div>
      )}
    </div>
  );
}

/** Pasted pictures are all called image.png: the time tells them apart. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const time = new Date().toTimeString().slice(0, 8).replaceAll(":", "");
  return new File([file], file.name.replace("image", `image-${time}`), { type: file.type });
}
