-- Versions of listed sites in their order: those after a number, and before them, of every site among them, the one that stood at that number. Each with whether
-- a filter is true of it and whether its shape is another than before. Parameters: after, fits (SQL condition on `version`). Leans on site_version_key.
WITH fresh AS (
  SELECT seq, key FROM investment.site_version WHERE seq > ${after}
), standing AS (
  SELECT (SELECT max(earlier.seq) FROM investment.site_version AS earlier WHERE earlier.key = named.key AND earlier.seq <= ${after}) AS seq FROM (SELECT DISTINCT key FROM fresh) AS named
)
SELECT version.seq::double precision AS seq, version.key, version.recorded_at AS at, version.demonstration, version.properties,
  coalesce(NOT ST_Equals(version.geom, lag(version.geom) OVER (PARTITION BY version.key ORDER BY version.seq)), false) AS moved,
  version.properties IS NOT NULL AND coalesce(${fits:raw}, false) AS fits
FROM investment.site_version AS version
WHERE version.seq IN (SELECT seq FROM fresh UNION ALL SELECT seq FROM standing)
ORDER BY version.seq
