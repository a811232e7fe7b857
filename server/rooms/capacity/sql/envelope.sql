-- The land (geom, EPSG:2178) cut by these zones as they stood on a day, and, with key NULL, what lies in none of them; longitude, latitude.
-- Each with a point in its largest part, where a figure can stand.
-- Half a square metre and less without a zone is the noise of two drawings. Index zone_key.
WITH pieces AS (
  SELECT zone.key, zone.geom AS whole, CASE WHEN ST_CoveredBy(${geom}::geometry, zone.geom) THEN ${geom}::geometry ELSE ST_CollectionExtract(ST_Intersection(zone.geom, ${geom}::geometry), 3) END AS geom
  FROM planning.zone WHERE zone.key = ANY (${keys}::text[]) AND zone.valid @> ${day}::date
), rest AS (
  SELECT ST_CollectionExtract(coalesce(ST_Difference(${geom}::geometry, (SELECT ST_Union(pieces.geom) FROM pieces)), ${geom}::geometry), 3) AS geom
), cut AS (
  SELECT key, geom FROM pieces WHERE NOT ST_IsEmpty(geom)
  UNION ALL
  SELECT NULL, geom FROM rest WHERE ST_Area(geom) > 0.5
)
SELECT key, ST_AsGeoJSON(ST_Transform(geom, 4326), 8)::json AS geometry,
  (SELECT ARRAY[ST_X(middle), ST_Y(middle)] FROM (SELECT ST_Transform(ST_PointOnSurface(part.geom), 4326) AS middle FROM ST_Dump(cut.geom) AS part ORDER BY ST_Area(part.geom) DESC LIMIT 1) AS largest) AS middle
FROM cut ORDER BY key NULLS LAST
