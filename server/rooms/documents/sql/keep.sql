-- Keeps an extract that is given out, once; gives the record, the first one's time of issue included. Primary key.
WITH kept AS (
  INSERT INTO meta.extract_record (hash, identifier, day, content, data_version)
  VALUES (${hash}, ${identifier}, ${day}, ${content}, meta.data_version())
  ON CONFLICT (hash) DO NOTHING
  RETURNING hash, identifier, day::text AS day, data_version AS "dataVersion", issued_at AS "issuedAt"
)
SELECT * FROM kept
UNION ALL
SELECT hash, identifier, day::text, data_version, issued_at FROM meta.extract_record WHERE hash = ${hash}
LIMIT 1
