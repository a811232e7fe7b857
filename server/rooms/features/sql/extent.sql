-- Where a layer lies in degrees, [west, south, east, north], and the period it covers (closed; null is open). No row while it is empty.
-- At boot: view, period (two expressions over the column valid, or two NULLs). Reads the whole layer: the answer is kept for a while.
WITH box AS (
  SELECT ST_SetSRID(ST_Extent(geom)::geometry, 2178) AS geom, ${period:raw} FROM ${view}
), degrees AS (
  SELECT ST_Transform(ST_Segmentize(ST_Expand(geom, 0.01), 1000), 4326) AS geom, starts, ends FROM box WHERE geom IS NOT NULL
)
SELECT ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS bbox, starts, ends FROM degrees
