import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Day } from "@/domain/day";

/** Time-ordered key; PostgreSQL 18 makes it. */
export const id = () => uuid("id").primaryKey().default(sql`uuidv7()`);

/** An instant. Written by the caller from the portal's clock, never by default from the wall clock of a client. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Set by the portal's own clock (`portal_now()`), which demo and test mode may move forward. */
export const createdAt = () => instant("created_at").notNull().default(sql`portal_now()`);

/** A working day or any calendar day of Asia/Shanghai, as "YYYY-MM-DD". */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => "date" });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Case-insensitive text: mail addresses. */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });
