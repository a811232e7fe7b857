-- What was told of a site since a moment, each beside what was told before it: properties null means listed no more. The latest first; index site_version_key.
SELECT told.seq::integer AS seq, told.at AS "recordedAt", told.demonstration, told.properties, told.before, told.first, coalesce(told.moved, false) AS moved
FROM (
  SELECT version.seq, version.recorded_at, to_char(version.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, version.demonstration, version.properties,
    lag(version.properties) OVER steps AS before, row_number() OVER steps = 1 AS first, NOT ST_Equals(version.geom, lag(version.geom) OVER steps) AS moved
  FROM investment.site_version AS version WHERE version.key = ${key} WINDOW steps AS (ORDER BY version.seq)
) AS told
WHERE told.recorded_at >= now() - interval '24 months'
ORDER BY told.seq DESC
