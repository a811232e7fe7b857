-- The parts of a parcel (geom, EPSG:2178) that lie under the objects of one layer, with area and perimeter in PL-2000.
-- A template filled per layer: columns, view, standing (the version of the day). Leans on the GiST index of geom. An object that covers the
-- parcel is not intersected.
SELECT ${columns:raw}, piece.whole, ST_Area(piece.geom) AS piece_area, ST_Perimeter(piece.geom) AS piece_perimeter
FROM ${view:raw} AS object
CROSS JOIN LATERAL (SELECT ST_CoveredBy(${geom}::geometry, object.geom) AS whole OFFSET 0) AS cover
CROSS JOIN LATERAL (
  SELECT cover.whole, CASE WHEN cover.whole THEN ${geom}::geometry ELSE ST_Intersection(object.geom, ${geom}::geometry) END AS geom OFFSET 0
) AS piece
WHERE ST_Intersects(object.geom, ${geom}::geometry) AND ${standing:raw}
ORDER BY piece_area DESC, object.key
