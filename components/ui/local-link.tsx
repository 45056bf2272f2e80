import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localHref } from "./places";

type Props = Omit<ComponentProps<typeof NextLink>, "href"> & {
  /** A path without the language ("/rulings"), a fragment or a full address. */
  href: string;
};

/** A link that keeps the language. Nothing is fetched before it is followed: lists of fifty rulings stay light. */
export function LocalLink({ href, prefetch = false, ...rest }: Props) {
  const locale = useLocale();
  return <NextLink href={localHref(href, locale)} prefetch={prefetch} {...rest} />;
}
