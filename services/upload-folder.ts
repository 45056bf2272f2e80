import path from "node:path";

/** Where unfinished uploads lie sealed. */
export const uploadFolder = (dataDir: string): string => path.join(dataDir, "uploads");
