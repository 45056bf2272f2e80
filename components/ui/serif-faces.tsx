"use client";

import { useEffect } from "react";

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/**
 * Brings the Chinese serif for headings after the page is read and the machine idle: the list of its parts, of which the browser
 * takes only those it needs, and none where a serif of the reader's own stands first (decisions/0005). Not on a slow or metered line.
 */
export function SerifFaces({ script }: { script: "SC" | "TC" }) {
  useEffect(() => {
    const line = (navigator as Navigator & { connection?: Connection }).connection;
    if (line?.saveData || (line?.effectiveType && line.effectiveType !== "4g")) return;
    const bring = () => (script === "TC" ? import("./serif-faces-tc") : import("./serif-faces-sc"));
    const later = () => ("requestIdleCallback" in window ? requestIdleCallback(bring) : setTimeout(bring, 500));
    if (document.readyState === "complete") later();
    else addEventListener("load", later, { once: true });
    return () => removeEventListener("load", later);
  }, [script]);
  return null;
}
