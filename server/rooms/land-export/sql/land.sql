-- The wanted land of a layer with its fields, whence it comes, its geometry as GeoJSON text (easting first, outer rings counter-clockwise) and a place on it.
-- The condition names columns of the view bare: nothing beside it may have one of their names. Per request: view, where, columns, srid, decimals.
SELECT id, key, ${columns:name}, source, source_date, demonstration,
  ST_AsGeoJSON(shape.border, ${decimals}, 0) AS geometry, ARRAY[ST_X(shape.place), ST_Y(shape.place)] AS place
FROM ${view} AS item
CROSS JOIN LATERAL (SELECT ST_ForcePolygonCCW(ST_Transform(item.geom, ${srid}::integer)) AS border, ST_Transform(ST_PointOnSurface(item.geom), ${srid}::integer) AS place OFFSET 0) AS shape
WHERE ${where:raw}
ORDER BY id
