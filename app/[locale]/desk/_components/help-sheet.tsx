"use client";

import { useRef } from "react";
import { KeyCap } from "./key-cap";

export interface HelpGroup {
  title: string;
  keys: { caps: string[]; words: string }[];
}

/** Every key of the page on one sheet. "?" opens it, so does the button in the line of keys; Escape closes it. */
export function HelpSheet({ title, close, open, groups }: { title: string; close: string; open: string; groups: HelpGroup[] }) {
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" data-key="?" onClick={() => sheet.current?.showModal()} className="inline-flex items-center gap-1.5">
        <KeyCap>?</KeyCap>
        {open}
      </button>
      <dialog
        ref={sheet}
        aria-label={title}
        className="m-auto max-w-[640px] border-2 border-ink bg-paper p-6 text-ink backdrop:bg-ink/40"
      >
        <div className="flex items-baseline justify-between gap-6">
          <h2>{title}</h2>
          <form method="dialog">
            <button type="submit" className="btn" data-kind="link">
              {close}
            </button>
          </form>
        </div>
        <div className="mt-3 grid gap-x-10 gap-y-4 min-[640px]:grid-cols-2">
          {groups.map((group) => (
            <section key={group.title}>
              <h3 className="text-small text-ink-2">{group.title}</h3>
              <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
                {group.keys.map(({ caps, words }) => (
                  <div key={words} className="contents">
                    <dt className="flex gap-1">
                      {caps.map((cap) => (
                        <kbd key={cap}>{cap}</kbd>
                      ))}
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </dialog>
    </>
  );
}
