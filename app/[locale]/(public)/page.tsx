import { getTranslations } from "next-intl/server";

export const revalidate = 60;

export default async function HomePage() {
  const t = await getTranslations("site");
  return <main>{t("name")}</main>;
}
