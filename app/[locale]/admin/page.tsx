import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";

export default async function AdminPage() {
  redirect(`/${await getLocale()}/admin/people`);
}
