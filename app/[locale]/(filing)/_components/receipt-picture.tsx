"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { drawReceipt, type ReceiptText } from "./draw-receipt";

/** The receipt as a picture, made on the device: the secret leaves it with nobody's help but the person's own. */
export function ReceiptPicture({
  reference,
  secret,
  lines,
  due,
}: {
  reference: string;
  secret: string;
  lines: readonly string[];
  due: string;
}) {
  const t = useTranslations("receipt");
  const [picture, setPicture] = useState<{ url: string; file: File } | null>(null);
  const [shares, setShares] = useState(false);
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture.url) : undefined), [picture]);
  useEffect(() => setShares(typeof navigator.share === "function"), []);
  const text: ReceiptText = {
    title: t("title"),
    lines,
    reference: { label: t("reference"), value: reference },
    secret: { label: t("secret"), value: secret },
    foot: t("imageNote"),
  };

  async function make(): Promise<{ url: string; file: File }> {
    if (picture) return picture;
    const file = new File([await drawReceipt(text)], `receipt-${reference}.png`, { type: "image/png" });
    const made = { url: URL.createObjectURL(file), file };
    setPicture(made);
    return made;
  }

  async function save() {
    const { url, file } = await make();
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.click();
  }

  async function share() {
    const { file } = await make();
    const data = navigator.canShare?.({ files: [file] })
      ? { files: [file] }
      : { text: `${text.reference.label} ${reference}\n${text.secret.label} ${secret}` };
    await navigator.share(data).catch(() => undefined);
  }

  return (
    <div className="no-print mt-5 grid gap-3">
      <div className="scripted grid grid-cols-[repeat(auto-fit,minmax(9em,1fr))] gap-3">
        <Button type="button" kind="plain" onClick={() => void save()}>
          {t("picture")}
        </Button>
        {shares ? (
          <Button type="button" kind="plain" onClick={() => void share()}>
            {t("share")}
          </Button>
        ) : (
          <PrintButton />
        )}
      </div>
      {picture && (
        <figure>
          <figcaption className="text-small text-ink-2">{t("pictureReady")}</figcaption>
          {/* biome-ignore lint/performance/noImgElement: drawn on this device, there is no server to optimise it */}
          <img
            src={picture.url}
            alt={t("pictureAlt", { reference, due })}
            className="mt-2 w-full max-w-phone border border-line-2"
          />
        </figure>
      )}
    </div>
  );
}

function PrintButton() {
  const t = useTranslations("receipt");
  return (
    <Button type="button" kind="plain" onClick={() => print()}>
      {t("print")}
    </Button>
  );
}
