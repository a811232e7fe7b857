-- Where a layer lies in degrees, [west, south, east, north], the period it covers (closed; null is open), and whose and of which day its
-- newest data is. No row while it is empty.
-- At boot: view, period (two expressions over the column valid, or two NULLs). Reads the whole layer: the answer is kept for a while.
WITH box AS (
  SELECT ST_SetSRID(ST_Extent(geom)::geometry, 2178) AS geom, ${period:raw},
    (array_agg(source ORDER BY source_date DESC NULLS LAST))[1] AS source, max(source_date) AS source_date, bool_or(demonstration) AS demonstration
  FROM ${view}
), degrees AS (
  SELECT ST_Transform(ST_Segmentize(ST_Expand(geom, 0.01), 1000), 4326) AS geom, starts, ends, source, source_date, demonstration FROM box WHERE geom IS NOT NULL
)
SELECT ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS bbox, starts, ends, source, source_date, demonstration FROM degrees
