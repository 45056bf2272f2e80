"use client";

import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formatDay, formatInstant, formatNumber } from "@/components/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { KeyValue } from "@/components/ui/table";
import type { Day } from "@/domain/day";
import { parseVkey, type VerifyEd25519 } from "@/domain/log/note";
import { checkReceipt, type ReceiptVerdict } from "@/domain/log/receipt";

// The same lines in every browser, old ones and plain http included, and loaded with the page: nothing is fetched to verify (decision 0021).
const verify: VerifyEd25519 = (message, signature, key) => {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
};

/** Longer is no receipt. */
const MOST_BYTES = 2_000_000;

/** Takes a receipt as a file or as text and says whether it holds. */
export function ReceiptCheck({ vkey }: { vkey: string }) {
  const t = useTranslations("logReceipt");
  const [verdict, setVerdict] = useState<ReceiptVerdict | null>(null);
  const [text, setText] = useState("");
  const answer = useRef<HTMLDivElement>(null);

  function judge(content: string) {
    const key = parseVkey(sha256, vkey);
    setVerdict(
      key && content.length <= MOST_BYTES
        ? checkReceipt(sha256, verify, content, key)
        : { ok: false, fault: "unreadable", content: null },
    );
    requestAnimationFrame(() => answer.current?.focus());
  }

  return (
    <div className="grid gap-6">
      <Field id="receipt-file" label={t("file")} hint={t("fileHint")}>
        <input
          id="receipt-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="receipt-file-hint"
          className="input"
          onChange={async (event) => {
            const file = event.currentTarget.files?.[0];
            if (file) judge(file.size <= MOST_BYTES ? await file.text() : "");
          }}
        />
      </Field>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          judge(text);
        }}
      >
        <Field id="receipt-text" label={t("text")}>
          <textarea
            id="receipt-text"
            rows={4}
            spellCheck={false}
            className="input"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit" className="mt-4">
          {t("go")}
        </Button>
      </form>
      <div ref={answer} tabIndex={-1} role="status" className="focus:outline-none">
        {verdict && <Verdict verdict={verdict} />}
      </div>
    </div>
  );
}

function Verdict({ verdict }: { verdict: ReceiptVerdict }) {
  const [t, events, locale] = [useTranslations("logReceipt"), useTranslations("events"), useLocale()];
  const time = (at: string) => formatInstant(new Date(at), locale, true);
  if (!verdict.ok)
    return (
      <Notice tone="bound" title={t("bad")}>
        <p>{t(`faults.${verdict.fault}`)}</p>
      </Notice>
    );
  const { content, log } = verdict;
  return (
    <Notice tone="ink" title={t("good")}>
      <p>{log ? t("inLog", { n: formatNumber(log.checkpoint.size) }) : t("notYet")}</p>
      <KeyValue
        className="mt-4"
        items={[
          { key: "reference", name: t("reference"), value: content.reference },
          { key: "filed", name: t("filed"), value: time(content.filedAt) },
          ...(content.acceptanceDue
            ? [{ key: "due", name: t("due"), value: formatDay(content.acceptanceDue as Day, locale) }]
            : []),
          { key: "issued", name: t("issued"), value: time(content.issuedAt) },
        ]}
      />
      {content.evidence.length > 0 && (
        <>
          <h3 className="mt-6">{t("evidence", { n: content.evidence.length })}</h3>
          <ul>
            {content.evidence.map((file) => (
              <li key={`${file.sha256} ${file.receivedAt}`} className="py-2 hair-b">
                <code className="text-note break-all text-ink-2">{file.sha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {log && (
        <>
          <h3 className="mt-6">{t("events", { n: log.events.length })}</h3>
          <ol>
            {log.events.map((event) => (
              <li key={event.index} className="py-2 hair-b">
                {events.has(event.type) ? events(event.type) : event.type}
                <span className="block text-note text-ink-2">
                  {t("eventLine", { time: time(event.recordedAt), index: formatNumber(event.index) })}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Notice>
  );
}
