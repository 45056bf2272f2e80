"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintLink() {
  const t = useTranslations("receipt");
  return (
    <Button type="button" kind="link" onClick={() => print()}>
      {t("print")}
    </Button>
  );
}
