import { createTranslator } from "next-intl";
import { z } from "zod";
import { isDatabaseGone } from "@/app/_server/faults";
import { problem } from "@/app/_server/open-data";
import { isDomainError } from "@/domain/errors";
import { dayField } from "@/domain/open-data/records";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";
import { env } from "@/platform/env";
import { errorFields, log } from "@/platform/log";
import { holderOfKey } from "@/services/api-keys";
import { type ByKey, type FilingFault, fileByKey } from "@/services/file-by-key";
import { countRequest, FILE_LIMIT } from "./limit";

/** What a program is told of the complaint it filed. The secret is the complainant's: it opens the case with the reference. */
export const filedRecord = z.object({
  reference: z.string(),
  secret: z.string(),
  filedAt: z.string().meta({ format: "date-time" }),
  acceptanceDue: dayField.nullable(),
  counted: z.object({
    from: dayField,
    days: z.array(dayField),
    skipped: z.array(z.object({ day: dayField, why: z.string() })),
  }),
  track: z.url(),
  evidence: z.object({ uploads: z.url(), token: z.string() }),
});

const MOST_BYTES = 64 * 1024;
type Say = (key: string) => string;
const sayIn = (locale: "en" | "zh-Hans" | "zh-Hant", errors: Record<string, string>): Say => {
  const t = createTranslator({ locale, messages: { errors } as never, namespace: "errors" as never }) as unknown as Say & {
    has(key: string): boolean;
  };
  return (key) => (t.has(key) ? t(key) : t("invalid"));
};
const SAY = {
  en: sayIn("en", en.errors),
  "zh-Hant": sayIn("zh-Hant", hant.errors),
  "zh-Hans": sayIn("zh-Hans", hans.errors),
};
const languageOf = (request: Request): Say => {
  const wanted = request.headers.get("accept-language") ?? "";
  return /^\s*en/i.test(wanted) ? SAY.en : /^\s*zh-(hant|tw|hk|mo)/i.test(wanted) ? SAY["zh-Hant"] : SAY["zh-Hans"];
};

const pointer = (path: FilingFault["path"]) =>
  `#/${path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;

/** POST /api/v1/complaints: the same checks as the form, for the apps of consumer bodies. */
export async function fileComplaint(request: Request): Promise<Response> {
  const [scheme, key = ""] = (request.headers.get("authorization") ?? "").split(" ");
  try {
    const holder = scheme?.toLowerCase() === "bearer" ? await holderOfKey(key) : null;
    if (!holder)
      return problem(401, "No valid key", "Send the key of your organisation: Authorization: Bearer ans_…", {
        "www-authenticate": "Bearer",
      });
    const { allowed, headers } = countRequest(FILE_LIMIT, holder.id, Date.now());
    if (!allowed) return problem(429, "Too many requests", `${FILE_LIMIT.quota} complaints a minute for one key.`, headers);
    const read = await readBody(request);
    if (read instanceof Response) return read;
    const filed = await fileByKey(read.json, { ...read, keyId: holder.id, key }, holder.now);
    if (filed.faults) return refused(filed.faults, languageOf(request), headers);
    const { row } = filed;
    const body: z.infer<typeof filedRecord> = {
      reference: row.reference,
      secret: filed.secret,
      filedAt: row.filedAt.toISOString(),
      acceptanceDue: row.acceptanceDue,
      counted: { ...filed.counted, days: [...filed.counted.days], skipped: [...filed.counted.skipped] },
      track: `${env().PUBLIC_URL}/${row.locale}/track/${row.reference}`,
      evidence: { uploads: `${env().PUBLIC_URL}/api/uploads`, token: filed.uploadToken },
    };
    return new Response(`${JSON.stringify(body)}\n`, {
      status: 201,
      headers: {
        ...headers,
        location: body.track,
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        ...(filed.again ? { "idempotency-replayed": "true" } : {}),
      },
    });
  } catch (error) {
    if (isDomainError(error) && error.code === "conflict")
      return problem(422, "Idempotency key used before", "This key belongs to a request with another body.");
    log("error", "filing_by_key.failed", errorFields(error));
    return isDatabaseGone(error)
      ? problem(503, "Not available", "Nothing was filed. Send it again with the same Idempotency-Key.", { "retry-after": "10" })
      : problem(500, "Internal error", "Nothing was filed as far as we know. Send it again with the same Idempotency-Key.");
  }
}

async function readBody(request: Request): Promise<Response | (Pick<ByKey, "body" | "idempotencyKey"> & { json: unknown })> {
  const idempotencyKey = request.headers.get("idempotency-key") ?? "";
  if (idempotencyKey.length < 8 || idempotencyKey.length > 200)
    return problem(
      400,
      "Idempotency-Key needed",
      "8 to 200 characters of your own for each complaint, the same when you repeat it.",
    );
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    return problem(415, "Not JSON", "Content-Type: application/json");
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return tooLarge();
  const body = await request.text();
  if (Buffer.byteLength(body) > MOST_BYTES) return tooLarge();
  try {
    // What PostgreSQL cannot keep in a text is not one.
    if (body.includes("\\u0000")) throw new SyntaxError();
    return { idempotencyKey, body, json: JSON.parse(body) as unknown };
  } catch {
    return problem(400, "Not JSON", "The body cannot be read as JSON.");
  }
}

const tooLarge = () => problem(413, "Too large", `At most ${MOST_BYTES} bytes; evidence goes up on its own.`);

function refused(faults: readonly FilingFault[], say: Say, headers: Record<string, string>): Response {
  const errors = faults.map((fault) => ({ pointer: pointer(fault.path), detail: say(fault.message) }));
  return problem(422, "The complaint needs correcting", errors.map((e) => e.detail).join(" "), headers, { errors });
}
