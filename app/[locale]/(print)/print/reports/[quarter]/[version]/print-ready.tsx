"use client";

import { useEffect } from "react";

const FRAME = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when every chart of the page is drawn. */
function allDrawn(): Promise<void> {
  const missing = () => document.querySelector(".chart-slot:not([data-drawn])") !== null;
  return new Promise((resolve) => {
    if (!missing()) return resolve();
    const observer = new MutationObserver(() => {
      if (missing()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-drawn"] });
  });
}

/**
 * Brings the fonts whose characters can be searched in a PDF (others map 目, 人, 月 to Kangxi radicals), waits for them and for the charts, and says so
 * on <html data-print-ready>: then the page may be printed.
 */
export function PrintReady({ script }: { script: "SC" | "TC" }) {
  useEffect(() => {
    const prepare = async () => {
      await (script === "TC" ? import("./fonts-tc") : import("./fonts-sc"));
      await allDrawn();
      // Laid out once with the new faces named, so that the browser asks for the parts it needs.
      await FRAME();
      await FRAME();
      await document.fonts.ready;
      await FRAME();
      await document.fonts.ready;
      document.documentElement.dataset.printReady = "";
    };
    prepare().catch((error: unknown) => {
      document.documentElement.dataset.printFailed = String(error);
    });
  }, [script]);
  return null;
}
