-- How the found objects of one layer are shown: label, the fields of its context, the city district they lie in, a point and a box (degrees).
-- A template filled per layer from the catalogue: layer, view, title, facts (name, value pairs), ids.
SELECT ${layer} AS layer, object.id, object.key, object.${title:name}::text AS label, json_build_object(${facts:raw}) AS facts, object.demonstration,
  CASE WHEN ${needsDistrict} THEN (
    SELECT district.name FROM city.district WHERE ST_Intersects(district.geom, shape.on_object) LIMIT 1
  ) END AS district,
  ST_X(shape.point) AS longitude, ST_Y(shape.point) AS latitude,
  ARRAY[ST_XMin(shape.box), ST_YMin(shape.box), ST_XMax(shape.box), ST_YMax(shape.box)] AS bbox
FROM ${view:raw} AS object
CROSS JOIN LATERAL (
  SELECT CASE ST_Dimension(object.geom) WHEN 1 THEN ST_ClosestPoint(object.geom, ST_Centroid(object.geom)) ELSE ST_PointOnSurface(object.geom) END AS on_object
  OFFSET 0
) AS middle
CROSS JOIN LATERAL (
  SELECT middle.on_object, ST_Transform(middle.on_object, 4326) AS point, Box3D(ST_Transform(object.geom, 4326)) AS box
  OFFSET 0 -- computed once, not once for each use
) AS shape
WHERE object.id = ANY (${ids}::integer[])
