-- A new site of the office; no row when the key is taken: by another of the office's, or by one that is or was listed. Primary keys, index site_version_key.
-- Parameters: key, demonstration, content (JSON text), geom (hex), by.
INSERT INTO office.site (key, version, demonstration, content, geom, created_at, changed_at, changed_by)
SELECT ${key}, 1, ${demonstration}, ${content}::jsonb, ${geom}::geometry, clock_timestamp(), clock_timestamp(), ${by}
WHERE NOT EXISTS (SELECT FROM investment.site WHERE key = ${key}) AND NOT EXISTS (SELECT FROM investment.site_version WHERE key = ${key})
ON CONFLICT (key) DO NOTHING
RETURNING key
