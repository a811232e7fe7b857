-- Extracts that were given out: what was said of a parcel for a day, word for word, so that a paper can be checked later.
-- hash: SHA-256 of content, which is canonical JSON (RFC 8785). Rows are only added; superseding is told beside them.
CREATE TABLE meta.extract_record (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  identifier text NOT NULL,
  day date NOT NULL,
  content text NOT NULL CHECK (length(content) <= 4000000),
  data_version text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX extract_record_subject ON meta.extract_record (identifier, day, issued_at);

-- How far the registers have come: day of the last import and how many editions there have been.
CREATE FUNCTION meta.data_version() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(to_char(max(imported_at) AT TIME ZONE 'Europe/Warsaw', 'YYYY-MM-DD'), '0000-00-00') || '.' || count(*) FROM meta.dataset_edition
$$;
