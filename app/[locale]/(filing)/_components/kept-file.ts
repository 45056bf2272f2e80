import type { KeptFile } from "@/components/uploads/evidence-list";
import type { EvidenceRow } from "@/db/queries/evidence";

/** A row as the list of files shows it: nothing of storage. */
export function keptFile(row: EvidenceRow): KeptFile {
  const facts = row.facts as { drawable?: boolean } | null;
  return {
    id: row.id,
    uploadId: row.uploadId,
    name: row.originalName,
    bytes: row.bytes,
    status: row.status === "received" || row.status === "refused" ? row.status : "receiving",
    sha256: row.sha256,
    refusedWhy: row.refusedWhy,
    preview: row.kind === "image" && facts?.drawable !== false,
  };
}
