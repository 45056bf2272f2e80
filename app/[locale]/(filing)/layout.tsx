import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ClientWords } from "@/components/ui/client-words";
import { UploadProvider } from "@/components/uploads/upload-provider";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

/** Filing and its receipt: one narrow column, and uploads that go on from page to page. */
export default function FilingLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords areas={["file", "receipt", "upload", "situations", "channels", "errors", "ui.upload", "ui.time"]}>
      <UploadProvider>{children}</UploadProvider>
    </ClientWords>
  );
}
