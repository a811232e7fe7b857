-- The next version of a site that is locked; office.record_site keeps it. Primary key.
-- Parameters: key, content (JSON text), geom (hex; null: as it is), by, published (true: this version is; false: none is; null: as it was).
UPDATE office.site SET version = version + 1, content = ${content}::jsonb, geom = coalesce(${geom}::geometry, geom), changed_at = greatest(clock_timestamp(), changed_at), changed_by = ${by},
  published_version = CASE ${published}::boolean WHEN true THEN version + 1 WHEN false THEN NULL ELSE published_version END
WHERE key = ${key}
