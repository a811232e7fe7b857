-- The audit trail: what the office did, in one order, each entry chained to the one before it by a hash. Only audit.append writes it.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
  -- Without gaps, in the order of the commits: writers wait for each other.
  seq bigint PRIMARY KEY CHECK (seq > 0),
  at timestamptz NOT NULL,
  -- Null: the system itself (an import of the cadastre, a command).
  actor integer REFERENCES office.account (id),
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL,
  previous bytea NOT NULL CHECK (length(previous) = 32),
  hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32)
);
CREATE INDEX entry_subject ON audit.entry (subject_kind, subject, seq);

-- What is hashed of an entry: its fields as one JSON array, so that no two entries read the same.
CREATE FUNCTION audit.hash_of(seq bigint, at timestamptz, actor integer, action text, subject_kind text, subject text, detail jsonb, previous bytea)
  RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(convert_to(jsonb_build_array(seq, round(extract(epoch FROM at) * 1000000), actor, action, subject_kind, subject, detail, encode(previous, 'hex'))::text, 'UTF8'))
$$;

-- Appends an entry, tells channel office_changed its number, and returns it. The last statement of a transaction: until it ends, nobody else can append.
CREATE FUNCTION audit.append(by_actor integer, did text, to_kind text, to_subject text, with_detail jsonb DEFAULT '{}') RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_catalog, pg_temp AS $$
DECLARE
  last audit.entry;
  upcoming bigint;
  moment timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(20241126108);
  SELECT * INTO last FROM audit.entry ORDER BY seq DESC LIMIT 1;
  upcoming := coalesce(last.seq, 0) + 1;
  moment := greatest(clock_timestamp(), last.at);
  INSERT INTO audit.entry VALUES (upcoming, moment, by_actor, did, to_kind, to_subject, with_detail, coalesce(last.hash, decode(repeat('00', 32), 'hex')),
    audit.hash_of(upcoming, moment, by_actor, did, to_kind, to_subject, with_detail, coalesce(last.hash, decode(repeat('00', 32), 'hex'))));
  PERFORM pg_notify('office_changed', upcoming::text);
  RETURN upcoming;
END;
$$;

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = '42501';
END;
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
