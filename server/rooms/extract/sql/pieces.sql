-- The parts of a subject (geom, EPSG:2178) under the objects of one layer, and objects that touch it, on a day.
-- A template filled per layer: columns, view, standing (the version of the day); accuracy: metres, the sum of the accuracies of both drawings.
-- `certain`: some of the part lies deeper in the object than the accuracy, so that no shift by less can take it out; the border of the object
-- near the subject, as wide as the accuracy, leaves something of the part. `edge`: they overlap, but not so deep. `touch`: less than a
-- tenth of a square metre. One per cent wider, because a buffer of straight pieces is a little too narrow.
-- Leans on the GiST index of geom.
SELECT ${columns:raw}, part.area AS part_area,
  CASE WHEN part.area < least(0.1, 0.01 * ST_Area(${geom}::geometry)) THEN 'touch' WHEN ST_IsEmpty(border.line) OR ST_Area(ST_Difference(part.geom, ST_Buffer(border.line, ${accuracy} * 1.01))) > 0 THEN 'certain' ELSE 'edge' END AS overlap
FROM ${view:raw} AS object
CROSS JOIN LATERAL (
  SELECT CASE WHEN ST_CoveredBy(${geom}::geometry, object.geom) THEN ${geom}::geometry ELSE ST_CollectionExtract(ST_Intersection(object.geom, ${geom}::geometry), 3) END AS geom OFFSET 0
) AS shape
CROSS JOIN LATERAL (SELECT shape.geom, ST_Area(shape.geom) AS area OFFSET 0) AS part
CROSS JOIN LATERAL (
  SELECT CASE WHEN part.area >= least(0.1, 0.01 * ST_Area(${geom}::geometry)) THEN ST_ClipByBox2D(ST_Boundary(object.geom), ST_Expand(${geom}::geometry, ${accuracy} * 1.01)::box2d) END AS line OFFSET 0
) AS border
WHERE object.geom && ST_Expand(${geom}::geometry, ${accuracy}) AND ST_DWithin(object.geom, ${geom}::geometry, ${accuracy}) AND ${standing:raw}
ORDER BY part.area DESC, object.key
