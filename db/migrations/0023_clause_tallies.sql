CREATE TABLE "clause_tallies" (
	"clause" text NOT NULL,
	"outcome" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "clause_tallies_clause_outcome_pk" PRIMARY KEY("clause","outcome")
);
--> statement-breakpoint
-- Findings that are final are counted beside those that are signed, by the same triggers and the same rebuild.
DO $do$
DECLARE
  counted record;
  body text;
  signed CONSTANT text := $v$('finding_' || c.outcome, CASE WHEN c.annulled_on IS NULL AND p.status <> 'superseded' THEN to_char(c.signed_on, 'YYYY-MM') END)$v$;
  final CONSTANT text := $v$,
        ('final_' || c.outcome, CASE WHEN c.final_on IS NOT NULL AND c.annulled_on IS NULL AND p.status <> 'superseded' THEN to_char(c.signed_on, 'YYYY-MM') END)$v$;
BEGIN
  FOR counted IN
    SELECT proname, prosrc FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
      AND (proname LIKE 'count\_published\_findings\_%' OR proname = 'rebuild_statistics')
  LOOP
    body := replace(counted.prosrc, signed, signed || final);
    IF body = counted.prosrc THEN RAISE EXCEPTION '% counts no findings', counted.proname; END IF;
    body := replace(body, 'DELETE FROM statistic_companies;', 'DELETE FROM statistic_companies; DELETE FROM clause_tallies;');
    EXECUTE format('CREATE OR REPLACE FUNCTION %I() RETURNS %s LANGUAGE plpgsql AS %L', counted.proname,
      CASE WHEN counted.proname = 'rebuild_statistics' THEN 'void' ELSE 'trigger' END, body);
  END LOOP;
END $do$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION fold_statistics() RETURNS bigint LANGUAGE plpgsql AS $$
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
  ), of_clauses AS (
    INSERT INTO clause_tallies AS s (clause, outcome, n)
    SELECT clause, substr(measure, 7), sum(n) FROM gone WHERE measure LIKE 'final\_%' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (clause, outcome) DO UPDATE SET n = s.n + excluded.n
  )
  SELECT count(*) INTO folded FROM gone;
  RETURN folded;
END $$;
--> statement-breakpoint
SELECT rebuild_statistics();
