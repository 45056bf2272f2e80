import postgres from "postgres";

const WAITS = 60;
/** What an autovacuum at work answers to an owner who is no superuser: it may not be ended, or it counts as a user of the database. */
const VACUUMED = ["42501", "55006"];

/**
 * Removes a database, if it is there, and ends whoever is connected to it. An autovacuum belongs to nobody the owner may end, so it is waited for,
 * half a minute at most.
 * @throws PostgresError when it cannot be removed.
 */
export async function dropDatabase(admin: postgres.Sql, name: string): Promise<void> {
  for (let turn = 1; ; turn++)
    try {
      return void (await admin`drop database if exists ${admin(name)} with (force)`);
    } catch (error) {
      if (!(error instanceof postgres.PostgresError && VACUUMED.includes(error.code)) || turn === WAITS) throw error;
      await admin`select pg_sleep(0.5)`;
    }
}
