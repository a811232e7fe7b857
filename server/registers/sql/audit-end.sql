-- Up to which number there is anything to verify: the last entry, and the last that a version names. Primary key; annotation_version_seq.
SELECT coalesce((SELECT max(seq) FROM audit.entry), 0)::float8 AS "lastEntry",
  (SELECT min(seq) FROM office.annotation_version AS version WHERE seq > coalesce((SELECT max(seq) FROM audit.entry), 0))::float8 AS "versionBeyond"
