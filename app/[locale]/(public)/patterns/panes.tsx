import type { ReactNode } from "react";

/** The same pieces in light and in dark, whatever the reader's system says. `children` gets a prefix that keeps ids apart. */
export function Panes({
  children,
  desk = false,
  stacked = false,
}: {
  children: (prefix: string) => ReactNode;
  desk?: boolean;
  stacked?: boolean;
}) {
  return (
    <div className={stacked ? "grid gap-6" : "grid min-[1100px]:grid-cols-2 large:grid-cols-1"}>
      {(["light", "dark"] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          data-desk={desk ? "" : undefined}
          className="min-w-0 border border-line px-4 py-6 wide:px-6"
        >
          {children(theme)}
        </div>
      ))}
    </div>
  );
}

/** A piece in a pane, named above. */
export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="mb-7 last:mb-0">
      <h3 className="mb-3 border-t border-line-2 pt-2 font-sans text-small font-medium text-ink-2">{name}</h3>
      {children}
    </div>
  );
}
