-- Where the zones of a draft are no partition of the plan: gaps within the boundary, parts outside of it, overlaps of two zones. One row a connected
-- part of at least 0.01 m² (less is the noise of arithmetic). narrow: nowhere wider than a decimetre, the width of a line on a drawing of 1:1000; asked of
-- the negative buffer only where area and perimeter do not say it. Overlaps are looked for only where the sum
-- of areas shows that there are any, what lies outside only where all zones together do.
WITH plan AS MATERIALIZED (SELECT geom FROM office.procedure WHERE key = ${key}),
zone AS MATERIALIZED (
  SELECT id, geom, ST_Area(geom) AS area, ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north
  FROM office.draft_zone WHERE procedure_key = ${key} AND draft = ${number} AND until IS NULL
),
united AS MATERIALIZED (SELECT ST_Union(geom) AS geom, sum(area) AS sum FROM zone HAVING count(*) > 0),
strayed AS MATERIALIZED (
  SELECT part.geom FROM plan, united, ST_Dump(ST_Difference(united.geom, plan.geom)) AS part WHERE ST_Dimension(part.geom) = 2 AND ST_Area(part.geom) >= 0.01
),
pair AS MATERIALIZED (
  SELECT one.id, other.id AS other, one.geom, other.geom AS other_geom
  FROM zone AS one JOIN zone AS other ON one.id < other.id AND one.west < other.east AND other.west < one.east AND one.south < other.north AND other.south < one.north
  WHERE (SELECT sum - ST_Area(geom) >= 0.01 FROM united)
),
fault AS (
  SELECT 'gap' AS kind, '{}'::integer[] AS ids, ST_Difference(plan.geom, united.geom) AS geom FROM plan, united
  UNION ALL
  SELECT 'outside', ARRAY[zone.id], ST_CollectionExtract(ST_Intersection(zone.geom, strayed.geom), 3) FROM strayed JOIN zone ON zone.geom && strayed.geom
  UNION ALL
  SELECT 'overlap', ARRAY[pair.id, pair.other], ST_CollectionExtract(ST_Intersection(pair.geom, pair.other_geom), 3) FROM pair
),
part AS MATERIALIZED (
  SELECT fault.kind, fault.ids, dumped.geom, ST_Area(dumped.geom) AS area
  FROM fault CROSS JOIN LATERAL ST_Dump(fault.geom) AS dumped
  WHERE ST_Dimension(dumped.geom) = 2 AND ST_Area(dumped.geom) >= 0.01
)
SELECT part.kind, part.ids, part.area, part.area < 0.05 * ST_Perimeter(part.geom) AND ST_IsEmpty(ST_Buffer(part.geom, -0.05)) AS narrow,
  json_build_array(round(ST_XMin(part.geom)), round(ST_YMin(part.geom)), round(ST_XMax(part.geom)), round(ST_YMax(part.geom))) AS place,
  ST_AsGeoJSON(lonlat.geom, 8)::json AS geometry, json_build_array(ST_XMin(lonlat.geom), ST_YMin(lonlat.geom), ST_XMax(lonlat.geom), ST_YMax(lonlat.geom)) AS bbox
FROM part CROSS JOIN LATERAL (SELECT ST_Transform(part.geom, 4326) AS geom) AS lonlat
ORDER BY part.area DESC, part.kind, part.ids
