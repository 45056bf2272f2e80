import { getTranslations } from "next-intl/server";
import { progressOf } from "@/app/_server/reading-review";
import { ReadingProgress } from "@/components/evidence/reading-progress";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import type { EvidenceRow } from "@/db/queries/evidence";
import { proposalsOf } from "@/domain/reading/proposals";
import { readingsFor } from "@/services/confirm-reading";

/** Above the files: how far reading has come, and the way to confirm what was read; nothing where none of them is read. */
export async function ReadingPart({ reference, rows }: { reference: string; rows: readonly EvidenceRow[] }) {
  const own = rows.filter((row) => row.side === "complainant");
  const [t, { readings, files }] = await Promise.all([getTranslations("evidenceView.review"), readingsFor(own)]);
  if (readings.size === 0) return null;
  const progress = progressOf(readings.values());
  const open = proposalsOf(files).filter((one) => one.decided === null).length;
  return (
    <div className="mb-6">
      {progress.done < progress.all && (
        <ReadingProgress
          source={`/api/readings?reference=${encodeURIComponent(reference)}`}
          start={progress}
          again={`/track/${reference}`}
        />
      )}
      <div className="mt-3">
        <Notice tone={open > 0 ? "ink" : "calm"}>
          <p>
            {t("openNote", { n: open })} <LocalLink href={`/track/${reference}/reading`}>{t("open")}</LocalLink>
          </p>
        </Notice>
      </div>
    </div>
  );
}
