-- Time is the database's; nobody dates an action back (RULES §4: lateness is judged from the times of the events). What a person did lies at most ten
-- minutes before it is written, the tolerance of the public log (decision 0020), and nothing lies ahead. What the clocks do by themselves is dated
-- when it was due, however long no worker ran, so it may lie back, but for these types and the role `system` alone.
-- Loading a history (demo, benches) says so with `answered.loading`, which is heard only off the real clock, or from the owner of the table.
CREATE FUNCTION refuse_back_dating() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
  present timestamptz := portal_now();
BEGIN
  IF coalesce(current_setting('answered.loading', true), '') = 'yes' AND (
    EXISTS (SELECT FROM portal_clock WHERE id = 1 AND mode <> 'real')
    OR pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'member')
  ) THEN RETURN NULL; END IF;
  SELECT type, actor_role, at, recorded_at INTO wrong FROM added
  WHERE at > present + interval '1 minute'
    OR recorded_at NOT BETWEEN present - interval '10 minutes' AND present + interval '1 minute'
    OR (at < present - interval '10 minutes' AND NOT (actor_role = 'system' AND type IN (
      'deemed_accepted', 'not_pursued', 'reply_missed', 'clock_resumed', 'became_final', 'rectification_ordered', 'rectification_overdue',
      'record_request_missed', 'deadline_reminded', 'deadline_passed', 'served', 'letter_sent')))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an event is not dated by whoever writes it: % by % at %, written %', wrong.type, wrong.actor_role, wrong.at, wrong.recorded_at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'case_events_not_back_dated';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_events_not_back_dated AFTER INSERT ON case_events
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_back_dating();
