import { z } from "zod";

/** Telephone numbers travel there: encrypted, unless it is this machine. */
const gateway = z.url({ protocol: /^https?$/ }).refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
}, "https, except on this machine");

const settings = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_REPLICA_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().default(".data"),
  /** Public address of the portal, without a slash at the end. */
  PUBLIC_URL: z.string().default("http://127.0.0.1:3000"),
  /** Name of the public log, for ever: "portal.example/log". Usual: host of PUBLIC_URL and "/log". */
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/, "an address without scheme, spaces or +")
    .optional(),
  DEMO: z.string().optional(),
  EMBEDDED_DATABASE: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("有回音 <no-reply@answered.example>"),
  /** HTTP gateway that sends text messages, and the key it knows our requests by. */
  SMS_URL: gateway.optional(),
  SMS_KEY: z.string().min(16, "16 characters at least").optional(),
  STORAGE: z.enum(["folder", "s3"]).default("folder"),
  CLAMAV_HOST: z.string().optional(),
  CHROMIUM_PATH: z.string().default("/usr/bin/chromium"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});
const schema = settings.refine((e) => !e.SMS_URL || e.SMS_KEY, { path: ["SMS_KEY"], message: "required with SMS_URL" });
export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Settings from the environment; parsed on first use, so that building needs none. Throws a readable error that names the variable. */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success)
      throw new Error(`Wrong setting: ${result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ")}`);
    parsed = result.data;
  }
  return parsed;
}

/**
 * Demo mode: sign-in by one click, a clock one may move. script/server decides when it may be on: `1` counts only beside the database it
 * started itself (or in development); any other database must be opened to everybody by name.
 */
export function isDemo(): boolean {
  const { DEMO, EMBEDDED_DATABASE } = env();
  if (DEMO === "yes-on-this-database") return true;
  return DEMO === "1" && (EMBEDDED_DATABASE === "1" || process.env.NODE_ENV !== "production");
}
