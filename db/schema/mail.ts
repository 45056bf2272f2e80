import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";

/** Outbox: written in the transaction of the event, sent by the worker. In the demo a mailbox page shows it. No personal data in subjects. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    complaintId: uuid("complaint_id"),
    userId: uuid("user_id"),
    /** complainant, company, officer …: in whose mailbox it shows. */
    audience: text("audience").notNull(),
    channel: text("channel").notNull().default("mail"),
    to: text("to_address").notNull(),
    locale: text("locale").notNull(),
    template: text("template").notNull(),
    params: jsonb("params").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Address that stops such letters with one POST (RFC 8058). */
    unsubscribe: text("unsubscribe"),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    error: text("error"),
  },
  (t) => [index("mails_complaint").on(t.complaintId), index("mails_created").on(t.createdAt)],
);
