-- Watches: searches of listed sites of which somebody wants to be told. What is told follows from investment.site_version alone (0707).

CREATE TABLE investment.watch (
  -- 128 random bits: who knows it reads its feed.
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{22}$'),
  -- Ends it. In every letter, so it is kept as it is: a copy of the database could end watches, nothing else.
  end_token text NOT NULL UNIQUE CHECK (end_token ~ '^[A-Za-z0-9_-]{43}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120 AND name !~ '[[:cntrl:]]'),
  -- CQL2 text, geometries in CRS84.
  filter text NOT NULL CHECK (length(filter) <= 20000),
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0 AND kinds <@ ARRAY['appeared', 'changed', 'left']),
  lang text NOT NULL CHECK (lang IN ('pl', 'en')),
  -- Null: a feed, of nobody known.
  email text CHECK (length(email) <= 254),
  created_at timestamptz NOT NULL,
  -- Versions up to this number are older than the watch.
  started_seq bigint NOT NULL,
  -- By letter: what was told up to now, and when a letter was last written.
  told_seq bigint NOT NULL CHECK (told_seq >= started_seq),
  told_at timestamptz,
  -- SHA-256 of the token of the first letter, until it is used. Nothing else is sent before, and after two days the row is deleted.
  confirm_hash bytea UNIQUE CHECK (length(confirm_hash) = 32),
  confirmed_at timestamptz,
  -- The last day on which the feed was read: one that nobody reads for two years is deleted.
  read_on date,
  -- When it was noticed that its filter asks for something that is no more.
  broken_at timestamptz,
  CHECK (email IS NOT NULL OR (confirm_hash IS NULL AND confirmed_at IS NULL)),
  CHECK (email IS NULL OR (confirm_hash IS NULL) = (confirmed_at IS NOT NULL))
);
CREATE INDEX watch_email ON investment.watch (lower(email));
CREATE INDEX watch_told ON investment.watch (told_seq) WHERE confirmed_at IS NOT NULL;

-- Facts are written by one transaction after the other, from here to its end: so versions of sites have numbers in the order of the commits, and whoever has
-- read up to one has missed none. Of the deferred triggers of a row, this one comes first by its name.
CREATE FUNCTION investment.take_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM investment.fact_state FOR UPDATE;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER take_turn AFTER INSERT ON investment.stale DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION investment.take_turn();

-- What was listed before anything was recorded, of a demonstration: [{ key, at, listed, changes }], `changes` laid over the site as it is today. Once only,
-- before the facts are first kept; the last telling of a site must be as it is today, then nothing is added for it. Returns how much was told.
CREATE FUNCTION investment.tell_history(history jsonb, on_day date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE told integer;
BEGIN
  PERFORM FROM investment.fact_state FOR UPDATE;
  IF EXISTS (SELECT FROM investment.site_version) THEN RETURN 0; END IF;
  PERFORM investment.write_facts('investment-sites', (SELECT coalesce(array_agg(id), '{}') FROM investment.site), on_day);
  INSERT INTO investment.site_version (key, recorded_at, demonstration, properties, geom)
  SELECT site.key, telling.at, true,
    CASE WHEN telling.listed THEN to_jsonb(site) - '{id,geom,geom_3857,source,source_date}'::text[] || coalesce(telling.changes, '{}') END, CASE WHEN telling.listed THEN site.geom END
  FROM jsonb_to_recordset(history) AS telling (key text, at timestamptz, listed boolean, changes jsonb)
  JOIN layer.investment_sites AS site ON site.key = telling.key AND site.demonstration
  ORDER BY telling.at, site.key;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END
$$;
REVOKE EXECUTE ON FUNCTION investment.tell_history(jsonb, date) FROM PUBLIC;
