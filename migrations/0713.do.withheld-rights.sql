-- What the server's role may not do, written down: meta.admit_application() (0706) grants everything and then takes back what stands here, so that it may be
-- run after any migration – for a role that was made later, or once more – and withholds the same. Before, it gave back what 0709 and 0711 had taken.
CREATE TABLE meta.withheld (
  -- Schema and name.
  of_table text NOT NULL,
  rights text NOT NULL CHECK (rights ~ '^(INSERT|UPDATE|DELETE)(, (INSERT|UPDATE|DELETE))*$'),
  PRIMARY KEY (of_table, rights)
);

-- For later migrations, in place of a REVOKE of their own: takes rights on tables from msip_app, now if it is there, and whenever it is admitted.
CREATE FUNCTION meta.withhold(taken text, VARIADIC of_tables regclass[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY of_tables LOOP
    INSERT INTO meta.withheld SELECT nspname || '.' || relname, taken FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE pg_class.oid = one ON CONFLICT DO NOTHING;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'msip_app') THEN EXECUTE format('REVOKE %s ON %s FROM msip_app', taken, one); END IF;
  END LOOP;
END;
$$;
REVOKE EXECUTE ON FUNCTION meta.withhold(text, regclass[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION meta.admit_application() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  of_ours text;
  kept record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'msip_app') THEN RETURN false; END IF;
  FOR of_ours IN
    SELECT nspname FROM pg_namespace AS schema WHERE pg_has_role(nspowner, 'USAGE') AND nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public', 'audit')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = schema.oid AND deptype = 'e')
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %1$I TO msip_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$I TO msip_app; GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO msip_app', of_ours);
  END LOOP;
  GRANT USAGE ON SCHEMA audit TO msip_app;
  GRANT SELECT ON ALL TABLES IN SCHEMA audit, public TO msip_app;
  GRANT EXECUTE ON FUNCTION audit.append(integer, text, text, text, jsonb), audit.hash_of(bigint, timestamptz, integer, text, text, text, jsonb, bytea) TO msip_app;
  -- A table that is no more withholds nothing.
  FOR kept IN SELECT to_regclass(of_table) AS of_table, rights FROM meta.withheld WHERE to_regclass(of_table) IS NOT NULL LOOP
    EXECUTE format('REVOKE %s ON %s FROM msip_app', kept.rights, kept.of_table);
  END LOOP;
  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO msip_app;
  ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO msip_app;
  ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO msip_app;
  RETURN true;
END;
$$;

SELECT meta.withhold('INSERT, UPDATE, DELETE', 'meta.withheld', 'search.followed', 'investment.fact', 'investment.neighbour', 'investment.fact_state', 'investment.stale', 'investment.site_version'),
  meta.withhold('UPDATE, DELETE', 'office.annotation_version', 'office.procedure_entry', 'office.finding_overruling', 'office.standing_plan', 'office.standing_zone', 'office.site_version', 'office.site_file'),
  meta.withhold('DELETE', 'office.account', 'office.annotation', 'office.annotation_comment', 'office.attachment', 'office.procedure', 'office.draft', 'office.draft_zone', 'office.publication', 'planning.overlap_overruling',
    'office.site', 'office.enquiry', 'mail.outbox');
