import type { Format, Refusal } from "@/platform/file-kinds/kinds";

/** What may come of it; the first one is the one wanted, later ones do no harm either. */
export type Expected = { readonly taken: Format; readonly active?: boolean } | { readonly refused: Refusal };

/** A file nobody should be harmed by. `name` is what the sender calls it, which a file system may not even allow. */
export interface HostileSpec {
  readonly id: string;
  readonly name: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  readonly expect: readonly [Expected, ...Expected[]];
}

export interface HostileFile extends Omit<HostileSpec, "bytes"> {
  /** Where its bytes lie. */
  readonly path: string;
  readonly size: number;
}

export const taken = (format: Format, active?: boolean): Expected => ({
  taken: format,
  ...(active === undefined ? {} : { active }),
});
export const refused = (why: Refusal): Expected => ({ refused: why });
