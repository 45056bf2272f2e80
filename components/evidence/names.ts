import { useTranslations } from "next-intl";

const SHORT = ["image", "audio", "video", "pdf", "text"] as const;
export type ShownKind = (typeof SHORT)[number];

/** A file's kind as pages know it; what is not told is shown as text. */
export const shownKind = (kind: string | null): ShownKind =>
  (SHORT as readonly string[]).includes(kind ?? "") ? (kind as ShownKind) : "text";

/** Names of the files as everybody speaks of them: 图1, 图2, 音1, in the order they came. */
export function useEvidenceNames(
  files: readonly { readonly id: string; readonly kind: string | null }[],
): ReadonlyMap<string, string> {
  const t = useTranslations("evidenceView.short");
  const count: Partial<Record<ShownKind, number>> = {};
  return new Map(
    files.map((file) => {
      const kind = shownKind(file.kind);
      count[kind] = (count[kind] ?? 0) + 1;
      return [file.id, t(kind, { n: count[kind] ?? 1 })];
    }),
  );
}
