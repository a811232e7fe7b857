-- A record by its hash. Primary key.
SELECT hash, identifier, day::text AS day, data_version AS "dataVersion", issued_at AS "issuedAt" FROM meta.extract_record WHERE hash = ${hash}
