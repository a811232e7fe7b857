-- A site that was listed and is no more: its last name, and since when. Null when no such site was ever listed, or it is listed; index site_version_key.
SELECT (SELECT version.properties ->> 'name' FROM investment.site_version AS version WHERE version.key = last.key AND version.properties IS NOT NULL ORDER BY version.seq DESC LIMIT 1) AS name,
  to_char(last.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
FROM (SELECT version.key, version.recorded_at, version.properties FROM investment.site_version AS version WHERE version.key = ${key} ORDER BY version.seq DESC LIMIT 1) AS last
WHERE last.properties IS NULL
