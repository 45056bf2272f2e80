import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import type { FilingStep } from "@/domain/filing";

/** What there still is to put right before it can be sent, each leading to its page. */
export async function Missing({ items }: { items: readonly { field: string; step: FilingStep; message: string }[] }) {
  const t = await getTranslations("file.check");
  return (
    <div className="mt-8 border-l-(length:--double) border-seal py-1 pl-3.5">
      <h2 className="text-h3 text-seal">{t("missing", { count: items.length })}</h2>
      <ul className="mt-1 grid gap-1">
        {items.map(({ field, step, message }) => (
          <li key={field}>
            <LocalLink href={`/file/${step}?fix=1#${field}`}>{message}</LocalLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
