-- One annotation, whole, for those who may see it. Primary key.
-- Parameters: id, visible (condition), summary, office.
SELECT ${summary:raw}, annotation.body AS text, ST_AsGeoJSON(ST_Transform(annotation.geom, 4326), 9, 0)::json AS geometry,
  (SELECT ARRAY[ST_XMin(shape), ST_YMin(shape), ST_XMax(shape), ST_YMax(shape)] FROM ST_Transform(coalesce(annotation.geom, annotation.place), 4326) AS shape) AS bbox,
  CASE WHEN ${office} THEN (SELECT json_build_object('id', id, 'name', name) FROM office.account WHERE id = annotation.changed_by) END AS "changedBy",
  annotation.author AS "authorId", annotation.assignee AS "assigneeId"
FROM office.annotation
WHERE annotation.id = ${id}::uuid AND ${visible:raw}
