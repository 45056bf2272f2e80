import { useTranslations } from "next-intl";
import { FocusBox } from "./focus-box";

/** Everything there is to put right, on top of the form, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({
  errors,
  title,
  focus = true,
}: {
  errors: { id?: string; message: string }[];
  title?: string;
  focus?: boolean;
}) {
  const t = useTranslations("ui.errors");
  if (errors.length === 0) return null;
  return (
    <FocusBox focus={focus} className="mb-6 border-l-(length:--double) border-seal py-1 pl-3.5">
      <h2 className="text-h3 text-seal">{title ?? t("title", { count: errors.length })}</h2>
      <ul className="mt-1 grid gap-1">
        {errors.map(({ id, message }) => (
          <li key={`${id}${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
        ))}
      </ul>
      <p className="mt-1 text-small text-ink-2">{t("kept")}</p>
    </FocusBox>
  );
}
