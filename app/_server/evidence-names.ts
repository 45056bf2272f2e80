import { getTranslations } from "next-intl/server";
import { shownKind } from "@/components/evidence/names";

/** Names of files as pages speak of them (图1, 音2), for what is rendered outside components. */
export async function namesOf(
  files: readonly { readonly id: string; readonly kind: string | null }[],
): Promise<Map<string, string>> {
  const t = await getTranslations("evidenceView.short");
  const count = new Map<string, number>();
  return new Map(
    files.map((file) => {
      const kind = shownKind(file.kind);
      const n = (count.get(kind) ?? 0) + 1;
      count.set(kind, n);
      return [file.id, t(kind, { n })];
    }),
  );
}
