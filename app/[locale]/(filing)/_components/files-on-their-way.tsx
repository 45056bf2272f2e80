"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useUploads } from "@/components/uploads/upload-provider";
import { forgetTyped } from "./typed";

/** Files that were still being sent when the complaint was filed go on; the page is drawn anew when they are there. */
export function FilesOnTheirWay() {
  const t = useTranslations("receipt");
  const words = useTranslations("upload");
  const router = useRouter();
  const { running } = useUploads();
  const before = useRef(running);
  useEffect(forgetTyped, []);
  useEffect(() => {
    if (running < before.current) router.refresh();
    before.current = running;
  }, [running, router]);
  return (
    <p role="status" className={running > 0 ? "mt-8 border-l-(length:--double) border-line-2 pl-3.5" : "sr-only"}>
      {running > 0 && (
        <>
          {words("running", { count: running })} {t("sending")}
        </>
      )}
    </p>
  );
}
