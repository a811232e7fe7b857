-- The role under which the server works: it reads and writes the registers, but of the audit trail it only reads and appends, and versions it only adds.

-- Versions are read along the audit trail, and are never emptied either.
CREATE INDEX annotation_version_seq ON office.annotation_version (seq);
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON office.annotation_version FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

-- Documents of the search follow every write, whoever writes: the trigger minds an index that only its owner may.
ALTER FUNCTION search.follow_change() SECURITY DEFINER SET search_path = public, pg_temp;

-- Gives msip_app what the server needs in this database, also for tables that later migrations make; false when there is no such role. For a
-- server whose administrator makes the role afterwards: SELECT meta.admit_application(). A later table that only grows REVOKEs for itself.
CREATE FUNCTION meta.admit_application() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  of_ours text;
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
  -- What is written here is a statement that the owner runs later.
  REVOKE INSERT, UPDATE, DELETE ON search.followed FROM msip_app;
  REVOKE UPDATE, DELETE ON office.annotation_version, office.procedure_entry, office.finding_overruling, office.standing_plan, office.standing_zone FROM msip_app;
  REVOKE DELETE ON office.account, office.annotation, office.annotation_comment, office.attachment, office.procedure, office.draft, office.draft_zone, office.publication,
    planning.overlap_overruling FROM msip_app;
  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO msip_app;
  ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO msip_app;
  ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO msip_app;
  RETURN true;
END;
$$;
REVOKE EXECUTE ON FUNCTION meta.admit_application() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.append(integer, text, text, text, jsonb) FROM PUBLIC;

-- Roles belong to the whole cluster: another database's migration may make it at this moment, and this user may not be allowed to. Then the
-- server says so when it starts, and only the triggers guard the trail.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'msip_app') THEN
    BEGIN
      CREATE ROLE msip_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
    END;
  END IF;
  BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN GRANT msip_app TO CURRENT_USER; END IF;
  EXCEPTION WHEN undefined_object OR unique_violation OR insufficient_privilege OR internal_error THEN NULL;
  END;
  PERFORM meta.admit_application();
END;
$$;
