import type { ButtonHTMLAttributes, ComponentProps } from "react";
import { LocalLink } from "./local-link";

interface Look {
  /** primary: ink. plain: an outline. link: looks like a link, for acts inside text and forms that work without JavaScript. */
  kind?: "primary" | "plain" | "link";
  big?: boolean;
  /** As wide as its place. */
  block?: boolean;
}

const look = ({ kind = "primary", big, block }: Look) =>
  ({ "data-kind": kind, "data-size": big ? "big" : undefined, "data-block": block ? "" : undefined }) as const;

/** A button; `busy` keeps it focusable, says so to screen readers and refuses a second click. */
export function Button({
  kind,
  big,
  block,
  busy,
  className = "",
  onClick,
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={busy ? "button" : (rest.type ?? "submit")}
      {...look({ kind, big, block })}
      aria-disabled={busy || rest["aria-disabled"]}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={`btn ${className}`}
    />
  );
}

/** A link that looks like a button; the language is added to paths. */
export function LinkButton({ kind, big, block, className = "", ...rest }: Look & ComponentProps<typeof LocalLink>) {
  return <LocalLink {...rest} {...look({ kind, big, block })} className={`btn ${className}`} />;
}
