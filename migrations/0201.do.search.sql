-- The search box. One document per object of every searched layer, kept right by triggers on the tables that give the layers their geometry.
-- Parcels are not documents: their numbers have a grammar, and a btree on the table itself answers (see the end).
CREATE SCHEMA search;

-- Text as the search compares it: no diacritics, lower case, letters, digits and slashes only. domain/geo/normalised.ts does the same.
CREATE FUNCTION search.normalised(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(lower(unaccent('unaccent'::regdictionary, value)), '[^a-z0-9/]+', ' ', 'g'));

-- The same without a street's kind before its name, so that "Wielicka" is exactly "ul. Wielicka".
CREATE FUNCTION search.bare_name(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(search.normalised(value), '^(ul|ulica|al|aleja|aleje|pl|plac|os|osiedle) (?=.)', '');

-- Which layers are followed, and the query that gives their objects: id, names (the first is the label), words, point (EPSG:2178).
CREATE TABLE search.followed (layer text PRIMARY KEY, source text NOT NULL);

-- names: bare names, for "exact" and "begins with". body: every word once more behind a space, so that ' word' is the beginning of one.
CREATE TABLE search.document (
  layer text NOT NULL,
  id integer NOT NULL,
  names text[] NOT NULL,
  body text NOT NULL,
  point geometry(Point, 2178) NOT NULL,
  PRIMARY KEY (layer, id)
);
-- The index takes the new documents of one statement together (a third of the time of one by one), and the trigger leaves none pending: the
-- embedded database has no autovacuum that would empty the list, and every search would read it from end to end.
CREATE INDEX document_body ON search.document USING gin (body gin_trgm_ops) WITH (fastupdate = on, gin_pending_list_limit = 65536);

-- Every word that stands in a document, to correct a mistyped one. A word that no document holds any more does no harm.
CREATE TABLE search.word (word text PRIMARY KEY);

-- The statement that writes the documents of one layer, `condition` choosing the rows of its source.
CREATE FUNCTION search.writing(of_layer text, condition text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format($statement$
    WITH written AS (
      INSERT INTO search.document (layer, id, names, body, point)
      SELECT %1$L, source.id, bare.names, ' ' || concat_ws(' ', full_text.value, source.words), source.point
      FROM (%2$s) AS source
      CROSS JOIN LATERAL (SELECT array_agg(search.bare_name(name) ORDER BY place) AS names
        FROM unnest(source.names) WITH ORDINALITY AS given (name, place) WHERE name IS NOT NULL) AS bare
      CROSS JOIN LATERAL (SELECT search.normalised(array_to_string(source.names, ' ')) AS value) AS full_text
      WHERE %3$s AND source.names[1] IS NOT NULL
      RETURNING body
    )
    INSERT INTO search.word
    SELECT DISTINCT word FROM written, regexp_split_to_table(body, '[ /]+') AS word WHERE word ~ '^[a-z]{3,}$'
    ON CONFLICT DO NOTHING
  $statement$, layer, source, condition) FROM search.followed WHERE layer = of_layer
$$;

-- Statement trigger of a layer's table (argument: the layer). Rows of the view carry the id of the row of the table. A word that no document
-- holds any more is forgotten with the statement that took the last one away: else a mistyped word that once was right would pass for known and
-- never be corrected.
CREATE FUNCTION search.follow_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    WITH removed AS (DELETE FROM search.document WHERE layer = TG_ARGV[0] RETURNING body)
    SELECT array_agg(DISTINCT word) INTO gone FROM removed, regexp_split_to_table(body, '[ /]+') AS word;
  ELSIF TG_OP <> 'INSERT' THEN
    WITH removed AS (DELETE FROM search.document WHERE layer = TG_ARGV[0] AND id IN (SELECT id FROM old_rows) RETURNING body)
    SELECT array_agg(DISTINCT word) INTO gone FROM removed, regexp_split_to_table(body, '[ /]+') AS word;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    EXECUTE search.writing(TG_ARGV[0], 'source.id IN (SELECT id FROM new_rows)');
    PERFORM gin_clean_pending_list('search.document_body');
  END IF;
  IF gone IS NOT NULL THEN
    DELETE FROM search.word WHERE word = ANY (gone) AND NOT EXISTS (SELECT FROM search.document WHERE body LIKE '% ' || word || '%');
  END IF;
  RETURN NULL;
END
$$;

-- The tables from which a view takes column geom: their rows are the objects of the layer.
CREATE FUNCTION search.tables_of(of_view text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT format('%I.%I', table_schema, table_name) FROM information_schema.view_column_usage
  WHERE view_schema || '.' || view_name = of_view AND column_name = 'geom'
$$;

-- Stops following a layer: its triggers and documents go.
CREATE FUNCTION search.unfollow(of_layer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE follower record;
BEGIN
  FOR follower IN
    SELECT tgname, tgrelid::regclass AS on_table FROM pg_trigger
    WHERE tgfoid = 'search.follow_change'::regproc AND tgargs = convert_to(of_layer, 'UTF8') || '\x00'::bytea
  LOOP EXECUTE format('DROP TRIGGER %I ON %s', follower.tgname, follower.on_table); END LOOP;
  DELETE FROM search.document WHERE layer = of_layer;
  DELETE FROM search.followed WHERE layer = of_layer;
END
$$;

-- Follows a layer from now on: triggers first (they lock the tables against writers), then every document.
CREATE FUNCTION search.follow(of_layer text, of_view text, its_source text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE on_table text;
BEGIN
  PERFORM search.unfollow(of_layer);
  INSERT INTO search.followed VALUES (of_layer, its_source);
  FOR on_table IN SELECT * FROM search.tables_of(of_view) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.follow_change(%L)',
      'search_insert_' || of_layer, on_table, of_layer);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.follow_change(%L)',
      'search_update_' || of_layer, on_table, of_layer);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.follow_change(%L)',
      'search_delete_' || of_layer, on_table, of_layer);
    EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION search.follow_change(%L)', 'search_truncate_' || of_layer, on_table, of_layer);
  END LOOP;
  EXECUTE search.writing(of_layer, 'true');
END
$$;

-- Parcel numbers: exact and by their beginning, in one cadastral district or in all.
CREATE INDEX parcel_number ON cadastre.parcel (number text_pattern_ops) WHERE upper_inf(valid);
CREATE INDEX parcel_district_number ON cadastre.parcel (district_id, number text_pattern_ops) WHERE upper_inf(valid);
