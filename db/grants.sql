-- What the runtime role may do; applied after every migration (db/migrate.ts puts the real name in the place of "answered_app").
-- The owner migrates. Web and worker own nothing.
GRANT USAGE ON SCHEMA public, pgboss TO "answered_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO "answered_app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO "answered_app";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "answered_app";
REVOKE CREATE ON SCHEMA public, pgboss FROM "answered_app", PUBLIC;
REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA public, pgboss FROM "answered_app";

-- Append-only: the ledger of cases, what administrators did, what was done to a report or a special check, corrections of dial tests and contacts that could not be made.
REVOKE UPDATE, DELETE, TRUNCATE ON case_events, admin_events, report_events, special_check_events, dial_test_changes, dial_contacts_closed FROM "answered_app";

-- A dial test is corrected, never taken away; the draw of a quarter never changes.
REVOKE DELETE, TRUNCATE ON dial_tests FROM "answered_app";
REVOKE UPDATE, DELETE, TRUNCATE ON dial_plans FROM "answered_app";

-- The clock is moved by advance_portal_clock() alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON portal_clock FROM "answered_app";

-- The public log only grows; what waits for it may be taken off the list.
REVOKE UPDATE, DELETE, TRUNCATE ON log_leaves, log_nodes, log_checkpoints FROM "answered_app";
REVOKE UPDATE, TRUNCATE ON log_pending FROM "answered_app";
