-- The land (geom, EPSG:2178) cut by these zones as they stood on a day, and, with key NULL, what lies in none of them; longitude, latitude.
-- Half a square metre and less without a zone is the noise of two drawings. Index zone_key.
WITH pieces AS (
  SELECT zone.key, zone.geom AS whole, CASE WHEN ST_CoveredBy(${geom}::geometry, zone.geom) THEN ${geom}::geometry ELSE ST_CollectionExtract(ST_Intersection(zone.geom, ${geom}::geometry), 3) END AS geom
  FROM planning.zone WHERE zone.key = ANY (${keys}::text[]) AND zone.valid @> ${day}::date
), rest AS (
  SELECT ST_CollectionExtract(coalesce(ST_Difference(${geom}::geometry, (SELECT ST_Union(pieces.geom) FROM pieces)), ${geom}::geometry), 3) AS geom
)
SELECT key, ST_AsGeoJSON(ST_Transform(geom, 4326), 8)::json AS geometry FROM pieces WHERE NOT ST_IsEmpty(geom)
UNION ALL
SELECT NULL, ST_AsGeoJSON(ST_Transform(geom, 4326), 8)::json FROM rest WHERE ST_Area(geom) > 0.5
ORDER BY key NULLS LAST
