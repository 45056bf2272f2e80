/** Why a sealed file cannot be opened: no age v1 file, sealed for another key, or altered (also cut short). */
export type SealFault = "not_sealed" | "wrong_key" | "damaged";

/** Thrown by everything that opens sealed files. Carries no content and no key. */
export class SealError extends Error {
  constructor(
    readonly fault: SealFault,
    message: string,
  ) {
    super(message);
    this.name = "SealError";
  }
}

/** Thrown when a byte range lies outside the file; `bytes` is the size to name in Content-Range. */
export class RangeOutside extends Error {
  constructor(readonly bytes: number) {
    super(`range outside a file of ${bytes} bytes`);
    this.name = "RangeOutside";
  }
}
