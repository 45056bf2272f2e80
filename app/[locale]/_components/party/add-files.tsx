"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { EvidenceList } from "@/components/uploads/evidence-list";
import { FileChooser } from "@/components/uploads/file-chooser";
import { UploadProvider, useUploads } from "@/components/uploads/upload-provider";
import type { UploadPlace } from "@/components/uploads/uploader";

/** Files added to a case that is under way; they stand in the list above once they are there. */
export function AddFiles({ place }: { place: UploadPlace }) {
  return (
    <UploadProvider>
      <Adding place={place} />
    </UploadProvider>
  );
}

function Adding({ place }: { place: UploadPlace }) {
  const words = useTranslations("upload");
  const { files, running, configure, add, togglePause, remove } = useUploads();
  const router = useRouter();
  const before = useRef(0);
  useEffect(() => configure(place), [configure, place]);
  useEffect(() => {
    if (running < before.current) router.refresh();
    before.current = running;
  }, [running, router]);
  const take = useCallback((chosen: readonly File[]) => add(chosen), [add]);
  return (
    <div>
      <FileChooser onFiles={take} />
      <EvidenceList
        kept={[]}
        sent={files}
        onRemoveKept={async () => undefined}
        onRemoveSent={async (id) => remove(id)}
        onTogglePause={togglePause}
        onFiles={take}
      />
      <p role="status" className="sr-only">
        {files.length > 0 && (running > 0 ? words("running", { count: running }) : words("done"))}
      </p>
    </div>
  );
}
