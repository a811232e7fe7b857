-- How the found objects of one layer are shown: label, the fields of its context, the city district they lie in, a point and a box (degrees).
-- A template filled per layer from the catalogue: layer, view, title, facts (name, value pairs), ids.
SELECT ${layer} AS layer, object.id, object.key, object.${title:name}::text AS label, json_build_object(${facts:raw}) AS facts,
  CASE WHEN ${needsDistrict} THEN (
    SELECT district.name FROM city.district WHERE ST_Intersects(district.geom, ST_PointOnSurface(object.geom)) LIMIT 1
  ) END AS district,
  ST_X(shape.point) AS longitude, ST_Y(shape.point) AS latitude,
  ARRAY[ST_XMin(shape.box), ST_YMin(shape.box), ST_XMax(shape.box), ST_YMax(shape.box)] AS bbox
FROM ${view:raw} AS object
CROSS JOIN LATERAL (
  SELECT ST_Transform(ST_PointOnSurface(object.geom), 4326) AS point, Box3D(ST_Transform(object.geom, 4326)) AS box
  OFFSET 0 -- computed once, not once for each use
) AS shape
WHERE object.id = ANY (${ids}::integer[])
