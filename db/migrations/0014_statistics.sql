CREATE TABLE "statistic_companies" (
	"company_id" uuid NOT NULL,
	"month" text NOT NULL,
	"clause" text NOT NULL,
	"measure" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "statistic_companies_company_id_measure_month_clause_pk" PRIMARY KEY("company_id","measure","month","clause")
);
--> statement-breakpoint
CREATE TABLE "statistic_deltas" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"sector" text NOT NULL,
	"company_id" uuid,
	"month" text NOT NULL,
	"channel" text NOT NULL,
	"priority_group" text NOT NULL,
	"clause" text NOT NULL,
	"measure" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistic_sectors" (
	"sector" text NOT NULL,
	"month" text NOT NULL,
	"channel" text NOT NULL,
	"priority_group" text NOT NULL,
	"clause" text NOT NULL,
	"measure" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "statistic_sectors_measure_month_sector_channel_priority_group_clause_pk" PRIMARY KEY("measure","month","sector","channel","priority_group","clause")
);
--> statement-breakpoint
CREATE INDEX "statistic_companies_measure" ON "statistic_companies" USING btree ("measure","month");--> statement-breakpoint
CREATE INDEX "statistic_deltas_company" ON "statistic_deltas" USING btree ("company_id");
--> statement-breakpoint
CREATE FUNCTION shanghai_month(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM');
--> statement-breakpoint
-- What a row counts for is written once a table and made into its three triggers and its part of the rebuild.
-- A deemed acceptance is dated 24:00 of its due day and belongs to that day.
DO $do$
DECLARE
  source record;
  body text;
  operation text;
  rows_of text;
  rebuild text := '';
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('complaints',
     'left join companies k on k.id = c.company_id',
     'coalesce(k.sector, ''unknown'')', 'c.company_id', 'coalesce(c.channel, ''unknown'')', 'coalesce(c.priority_group, ''none'')', '''''',
     $v$('received', shanghai_month(c.filed_at)),
        ('accepted', shanghai_month(c.accepted_at - CASE WHEN c.deemed THEN interval '1 microsecond' ELSE interval '0' END)),
        ('declined', CASE WHEN c.state = 'declined' AND c.accepted_at IS NULL THEN shanghai_month(c.closed_at) END),
        ('acceptance_in_time', CASE WHEN NOT c.deemed AND (c.accepted_at IS NOT NULL OR c.state = 'declined') THEN to_char(c.acceptance_due, 'YYYY-MM') END),
        ('acceptance_late', CASE WHEN c.deemed THEN to_char(c.acceptance_due, 'YYYY-MM') END),
        ('ruling_in_time', CASE WHEN (c.ruled_at AT TIME ZONE 'Asia/Shanghai')::date <= c.decision_due THEN shanghai_month(c.ruled_at) END),
        ('ruling_late', CASE WHEN (c.ruled_at AT TIME ZONE 'Asia/Shanghai')::date > c.decision_due THEN shanghai_month(c.ruled_at) END),
        ('told_wait', CASE WHEN c.wait_seconds IS NOT NULL THEN shanghai_month(c.filed_at) END),
        ('told_wait_over', CASE WHEN c.wait_seconds > 180 THEN shanghai_month(c.filed_at) END),
        ('told_asks', CASE WHEN c.human_requests IS NOT NULL THEN shanghai_month(c.filed_at) END),
        ('told_asks_often', CASE WHEN c.human_requests >= 5 THEN shanghai_month(c.filed_at) END)$v$),
    ('published_rulings', '',
     'c.sector', 'c.company_id', 'coalesce(c.channel, ''unknown'')', 'coalesce(c.priority_group, ''none'')', '''''',
     $v$('outcome_' || c.outcome, CASE WHEN c.annulled_on IS NULL AND c.status <> 'superseded' THEN to_char(c.signed_on, 'YYYY-MM') END)$v$),
    ('published_findings', 'join published_rulings p on p.id = c.published_ruling_id',
     'p.sector', 'c.company_id', 'coalesce(p.channel, ''unknown'')', 'coalesce(p.priority_group, ''none'')', 'c.clause',
     $v$('finding_' || c.outcome, CASE WHEN c.annulled_on IS NULL AND p.status <> 'superseded' THEN to_char(c.signed_on, 'YYYY-MM') END)$v$),
    ('rectifications', 'join published_findings f on f.id = c.finding_id join published_rulings p on p.id = f.published_ruling_id',
     'p.sector', 'c.company_id', 'coalesce(p.channel, ''unknown'')', 'coalesce(p.priority_group, ''none'')', 'f.clause',
     $v$('rectified_in_time', CASE WHEN c.accepted_on IS NOT NULL AND c.rejected_on IS NULL AND c.reported_on <= c.due_on THEN to_char(c.due_on, 'YYYY-MM') END),
        ('rectified_late', CASE WHEN c.accepted_on IS NOT NULL AND (c.rejected_on IS NOT NULL OR c.reported_on > c.due_on) THEN to_char(c.due_on, 'YYYY-MM') END),
        ('rectification_overdue', CASE WHEN c.accepted_on IS NULL AND c.overdue_on IS NOT NULL THEN to_char(c.due_on, 'YYYY-MM') END)$v$)
  ) AS s(tbl, joins, sector, company, channel, grp, clause, measures)
  LOOP
    body := format($q$INSERT INTO statistic_deltas (sector, company_id, month, channel, priority_group, clause, measure, n)
      SELECT %s, %s, m.month, %s, %s, %s, m.measure, sum(c.sign)::int
      FROM (%%s) c %s CROSS JOIN LATERAL (VALUES %s) m(measure, month)
      WHERE m.month IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.sign) <> 0;$q$,
      source.sector, source.company, source.channel, source.grp, source.clause, source.joins, source.measures);
    FOREACH operation IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      rows_of := concat_ws(' UNION ALL ',
        CASE WHEN operation <> 'INSERT' THEN 'SELECT -1 AS sign, o.* FROM old_rows o' END,
        CASE WHEN operation <> 'DELETE' THEN 'SELECT 1 AS sign, n.* FROM new_rows n' END);
      EXECUTE format('CREATE FUNCTION count_%s_%s() RETURNS trigger LANGUAGE plpgsql AS %L',
        source.tbl, lower(operation), 'BEGIN ' || format(body, rows_of) || ' RETURN NULL; END');
      EXECUTE format('CREATE TRIGGER count_%s_%s AFTER %s ON %I REFERENCING %s %s FOR EACH STATEMENT EXECUTE FUNCTION count_%s_%s()',
        source.tbl, lower(operation), operation, source.tbl,
        CASE WHEN operation <> 'INSERT' THEN 'OLD TABLE AS old_rows' ELSE '' END,
        CASE WHEN operation <> 'DELETE' THEN 'NEW TABLE AS new_rows' ELSE '' END,
        source.tbl, lower(operation));
    END LOOP;
    rebuild := rebuild || format(body, format('SELECT 1 AS sign, t.* FROM %I t', source.tbl));
    -- A company that moves to another sector takes its cases along; what is published keeps the sector it was published under.
    IF source.tbl = 'complaints' THEN
      EXECUTE format('CREATE FUNCTION count_company_moved() RETURNS trigger LANGUAGE plpgsql AS %L', 'BEGIN '
        || 'IF TG_WHEN = ''BEFORE'' THEN ' || format(body, 'SELECT -1 AS sign, t.* FROM complaints t WHERE t.company_id = OLD.id')
        || ' ELSE ' || format(body, 'SELECT 1 AS sign, t.* FROM complaints t WHERE t.company_id = OLD.id') || ' END IF; RETURN NEW; END');
      CREATE TRIGGER count_company_leaves BEFORE UPDATE ON companies FOR EACH ROW
        WHEN (OLD.sector IS DISTINCT FROM NEW.sector) EXECUTE FUNCTION count_company_moved();
      CREATE TRIGGER count_company_comes AFTER UPDATE ON companies FOR EACH ROW
        WHEN (OLD.sector IS DISTINCT FROM NEW.sector) EXECUTE FUNCTION count_company_moved();
    END IF;
  END LOOP;

  EXECUTE format($q$CREATE FUNCTION rebuild_statistics() RETURNS void LANGUAGE plpgsql AS %L$q$,
    'BEGIN
       LOCK TABLE complaints, published_rulings, published_findings, rectifications IN SHARE MODE;
       DELETE FROM statistic_deltas; DELETE FROM statistic_sectors; DELETE FROM statistic_companies; ' || rebuild ||
    ' PERFORM fold_statistics(); END');
END $do$;
--> statement-breakpoint
-- Folds what has been added since; several workers may do so at once, each its own rows. Answers how many rows were folded.
CREATE FUNCTION fold_statistics() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE folded bigint;
BEGIN
  WITH gone AS (
    DELETE FROM statistic_deltas WHERE id IN (SELECT id FROM statistic_deltas ORDER BY id FOR UPDATE SKIP LOCKED) RETURNING *
  ), sectors AS (
    INSERT INTO statistic_sectors AS s (sector, month, channel, priority_group, clause, measure, n)
    SELECT sector, month, channel, priority_group, clause, measure, sum(n) FROM gone GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 6, 2, 1, 3, 4, 5
    ON CONFLICT (measure, month, sector, channel, priority_group, clause) DO UPDATE SET n = s.n + excluded.n
  ), of_companies AS (
    INSERT INTO statistic_companies AS s (company_id, month, clause, measure, n)
    SELECT company_id, month, clause, measure, sum(n) FROM gone WHERE company_id IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3
    ON CONFLICT (company_id, measure, month, clause) DO UPDATE SET n = s.n + excluded.n
  )
  SELECT count(*) INTO folded FROM gone;
  RETURN folded;
END $$;
--> statement-breakpoint
SELECT rebuild_statistics();
