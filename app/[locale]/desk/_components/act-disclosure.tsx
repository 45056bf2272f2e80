import type { ReactNode } from "react";
import { KeyCap } from "./key-cap";

/** An act that asks for something first: its button opens the form in place, by click, by key, without JavaScript too. */
export function ActDisclosure({
  id,
  hotKey,
  label,
  children,
  primary = false,
  open = false,
  wide = false,
}: {
  id?: string;
  /** Letter that opens it. */
  hotKey?: string | undefined;
  label: ReactNode;
  children: ReactNode;
  primary?: boolean;
  open?: boolean;
  /** The open form takes the whole line. */
  wide?: boolean;
}) {
  return (
    <details id={id} data-key={hotKey} open={open} className={`act ${wide ? "act-wide" : ""}`}>
      <summary className="btn" data-kind={primary ? "primary" : "plain"}>
        {label} {hotKey && <KeyCap>{hotKey.toUpperCase()}</KeyCap>}
      </summary>
      <div className="act-form">{children}</div>
    </details>
  );
}
