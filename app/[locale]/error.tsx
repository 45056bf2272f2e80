"use client";

import { useParams } from "next/navigation";
import { useEffect, useState } from "react";
import { isLocale, type Locale } from "@/platform/i18n/routing";

// Stands here and not in messages/: when this page is needed, loading anything may be what failed.
const WORDS: Record<Locale, { title: string; gone: string; fault: string; kept: string; again: string; reference: string }> = {
  "zh-Hans": {
    title: "这一页暂时打不开",
    gone: "系统暂时连不上数据库，我们已经知道。请过一分钟再试。",
    fault: "是我们这边出了问题，不是您的操作有误。",
    kept: "您填过并存下的内容都还在。",
    again: "再试一次",
    reference: "联系我们时请报这个编号：",
  },
  "zh-Hant": {
    title: "這一頁暫時打不開",
    gone: "系統暫時連不上資料庫，我們已經知道。請過一分鐘再試。",
    fault: "是我們這邊出了問題，不是您的操作有誤。",
    kept: "您填過並存下的內容都還在。",
    again: "再試一次",
    reference: "聯絡我們時請報這個編號：",
  },
  en: {
    title: "This page cannot be opened right now",
    gone: "We cannot reach our database and already know about it. Please try again in a minute.",
    fault: "Something went wrong on our side. It was nothing you did.",
    kept: "What you typed and saved is still there.",
    again: "Try again",
    reference: "If you contact us, please quote this reference: ",
  },
};

/** A fault: says whose fault it is, that nothing is lost, and a reference that also stands in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const words = WORDS[isLocale(locale) ? locale : "zh-Hans"];
  const [gone, setGone] = useState(false);
  useEffect(() => {
    fetch("/api/health", { cache: "no-store" })
      .then((r) => setGone(r.status === 503))
      .catch(() => setGone(true));
  }, []);
  return (
    <main id="main" className="mx-auto grid max-w-[680px] gap-4 px-(--gutter) py-12">
      <h1 className="text-h1">{words.title}</h1>
      <p className="text-lead">{gone ? words.gone : words.fault}</p>
      <p>{words.kept}</p>
      <p>
        <button type="button" onClick={reset} className="btn" data-kind="primary">
          {words.again}
        </button>
      </p>
      {error.digest && (
        <p className="text-small text-ink-2">
          {words.reference}
          <code>{error.digest}</code>
        </p>
      )}
    </main>
  );
}
