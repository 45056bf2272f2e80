-- What the tables stand on: extensions and the portal's clock. PostgreSQL 18 or later (uuidv7).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- The portal's time: the database's, moved by an offset only in demo and test mode. One value a transaction.
CREATE FUNCTION portal_now() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE c record;
BEGIN
  SELECT mode, anchor_real, anchor_portal INTO c FROM portal_clock WHERE id = 1;
  IF NOT FOUND OR c.mode = 'real' THEN RETURN now(); END IF;
  RETURN c.anchor_portal + (now() - c.anchor_real);
END $$;
--> statement-breakpoint
-- Forward only, and never on the real clock. Runs as its owner: the runtime role cannot write portal_clock.
CREATE FUNCTION advance_portal_clock(target timestamptz) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m text; moved integer;
BEGIN
  SELECT mode INTO m FROM portal_clock WHERE id = 1 FOR UPDATE;
  IF m IS NULL OR m = 'real' THEN RAISE EXCEPTION 'the real clock is not moved' USING ERRCODE = 'P0001'; END IF;
  UPDATE portal_clock SET anchor_portal = target, anchor_real = now() WHERE id = 1 AND anchor_portal + (now() - anchor_real) <= target;
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved = 0 THEN RAISE EXCEPTION 'the clock moves forward only' USING ERRCODE = 'P0001'; END IF;
  RETURN target;
END $$;
