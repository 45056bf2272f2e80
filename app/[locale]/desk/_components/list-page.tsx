import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";

/** A list of the desk: what it holds, how it works, the rows. */
export function ListPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Page width="desk">
      <div className="desk-list">
        <h1 className="text-h2">{title}</h1>
        <p className="max-w-measure text-ink-2">{lead}</p>
        {children}
      </div>
    </Page>
  );
}
