/** How the portal is started, decided from the environment alone. */
export type Mode = {
  /** The database of this DATA_DIR, started here; false when DATABASE_URL names another. */
  embedded: boolean;
  /** One-click sign-in, a clock one may move, demo data. */
  demo: boolean;
};

/**
 * Demo mode is the default of the embedded database and must be asked for by name on any other.
 * @throws Error in words for the operator when demo mode is asked for, but not by name.
 */
export function chooseMode(env: NodeJS.ProcessEnv): Mode {
  const embedded = !env.DATABASE_URL;
  const asked = env.DEMO ?? "";
  if (asked === "yes-on-this-database") return { embedded, demo: true };
  const off = ["0", "no", "false", "off"].includes(asked);
  if (embedded) return { embedded, demo: !off };
  if (asked && !off) {
    throw new Error(
      "DATABASE_URL is set and demo mode is asked for. In demo mode anybody signs in as anybody with one click.\n" +
        "If that is meant for this very database: DEMO=yes-on-this-database script/server",
    );
  }
  return { embedded, demo: false };
}
