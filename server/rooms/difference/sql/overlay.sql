-- Two partitions of one subject laid over one another: every pair of parts (number in its list, from 0) that share a piece, with its area and perimeter
-- (m², m in PL-2000). before, after: geometries (EPSG:2178). before_law, after_law: a number for what the law says there; equal numbers are no change.
-- Only the largest changed pieces of least m² and more get a geometry (degrees, outer rings counter-clockwise), at most limit of them. grid (m): cuts are rounded to it.
WITH before AS MATERIALIZED (
  SELECT number - 1 AS number, law, geom FROM unnest(${before}::geometry[], ${beforeLaw}::integer[]) WITH ORDINALITY AS part (geom, law, number)
),
after AS MATERIALIZED (
  SELECT number - 1 AS number, law, geom FROM unnest(${after}::geometry[], ${afterLaw}::integer[]) WITH ORDINALITY AS part (geom, law, number)
),
piece AS MATERIALIZED (
  SELECT before.number AS before, after.number AS after, before.law <> after.law AS changed, ST_CollectionExtract(ST_Intersection(before.geom, after.geom, ${grid}), 3) AS geom
  FROM before JOIN after ON before.geom && after.geom AND ST_Intersects(before.geom, after.geom)
),
measured AS MATERIALIZED (
  SELECT before, after, changed, geom, ST_Area(geom) AS area, ST_Perimeter(geom) AS perimeter,
    row_number() OVER (ORDER BY changed DESC, ST_Area(geom) DESC, before, after) AS place
  FROM piece WHERE ST_Area(geom) > 0
)
SELECT before::integer, after::integer, area, perimeter,
  CASE WHEN changed AND area >= ${least} AND place <= ${limit} THEN ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Transform(ST_Multi(geom), 4326)), 7)::json END AS geometry
FROM measured
ORDER BY place
