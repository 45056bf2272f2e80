import type { Temperament } from "./company-types";

type Base = Omit<Temperament, "complaints" | "habits">;

/** Answers early, says what went wrong, mends it. */
export const DILIGENT: Base = {
  breach: 0.42,
  trend: -0.1,
  replyDays: [2, 6],
  replyLate: 0.01,
  replyMissing: 0,
  firstAnswerHours: [5, 46],
  manners: { sincere: 8, legal: 1, canned: 1, curt: 0 },
  rectify: { inTime: 0.96, late: 0.03, rejectedFirst: 0.03 },
  settles: 0.14,
  contests: 0.02,
};

/** Large, orderly, argues every number. */
export const LEGALISTIC: Base = {
  breach: 0.6,
  trend: 0.02,
  replyDays: [6, 10],
  replyLate: 0.03,
  replyMissing: 0.01,
  firstAnswerHours: [40, 110],
  manners: { sincere: 1, legal: 7, canned: 2, curt: 0 },
  rectify: { inTime: 0.84, late: 0.1, rejectedFirst: 0.12 },
  settles: 0.05,
  contests: 0.14,
};

/** Set phrases, on the last day. */
export const FORMULAIC: Base = {
  breach: 0.68,
  trend: -0.06,
  replyDays: [8, 10],
  replyLate: 0.1,
  replyMissing: 0.04,
  firstAnswerHours: [60, 190],
  manners: { sincere: 1, legal: 1, canned: 7, curt: 1 },
  rectify: { inTime: 0.74, late: 0.16, rejectedFirst: 0.18 },
  settles: 0.07,
  contests: 0.04,
};

/** Hardly answers, mends late or not. */
export const EVASIVE: Base = {
  breach: 0.8,
  trend: 0.08,
  replyDays: [9, 10],
  replyLate: 0.22,
  replyMissing: 0.18,
  firstAnswerHours: [90, 260],
  manners: { sincere: 0, legal: 2, canned: 3, curt: 5 },
  rectify: { inTime: 0.46, late: 0.22, rejectedFirst: 0.24 },
  settles: 0.03,
  contests: 0.07,
};

/** Was bad, has learned within the year. */
export const IMPROVING: Base = {
  breach: 0.72,
  trend: -0.34,
  replyDays: [4, 9],
  replyLate: 0.05,
  replyMissing: 0.01,
  firstAnswerHours: [20, 90],
  manners: { sincere: 5, legal: 1, canned: 3, curt: 1 },
  rectify: { inTime: 0.88, late: 0.08, rejectedFirst: 0.07 },
  settles: 0.1,
  contests: 0.04,
};

/** Small: few people, honest, sometimes late. */
export const SMALL_HONEST: Base = {
  breach: 0.5,
  trend: 0,
  replyDays: [3, 9],
  replyLate: 0.12,
  replyMissing: 0.03,
  firstAnswerHours: [12, 120],
  manners: { sincere: 6, legal: 0, canned: 1, curt: 3 },
  rectify: { inTime: 0.82, late: 0.14, rejectedFirst: 0.08 },
  settles: 0.16,
  contests: 0.01,
};
