import { db } from "@/db/client";
import { deleteFollows, followById, followsOfReader } from "@/db/queries/follows";
import type { FollowTarget } from "@/domain/follow";
import { readerOf, readStopToken, stopToken } from "./follow-tokens";

/** What the holder of a link may stop: that one, and by `all` everything of the same address. Null for a token that is none of ours. */
export async function stoppable(token: string): Promise<{ follows: FollowTarget[]; all: string | null } | null> {
  const what = readStopToken(token);
  if (!what) return null;
  if ("reader" in what) return { follows: (await followsOfReader(db(), what.reader)) as unknown as FollowTarget[], all: null };
  const row = await followById(db(), what.id);
  if (!row) return { follows: [], all: null };
  const others = (await followsOfReader(db(), row.reader)).length > 1;
  return { follows: [row as unknown as FollowTarget], all: others ? stopToken({ reader: readerOf(row.email) }) : null };
}

/** Stops at once, without sign-in; the row goes, and the address with it. Twice is as good as once. Answers false for a token that is none of ours. */
export async function stopFollowing(token: string): Promise<boolean> {
  const what = readStopToken(token);
  if (!what) return false;
  await db().transaction((tx) => deleteFollows(tx, what));
  return true;
}
