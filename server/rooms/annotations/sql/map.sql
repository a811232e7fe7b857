-- The annotations of a box as the text of a FeatureCollection, and how many. Index annotation_geom_3857.
-- Parameters: where, geometry (SQL of its GeoJSON).
SELECT '{"type":"FeatureCollection","features":[' || coalesce(string_agg('{"type":"Feature","geometry":' || (${geometry:raw}) || ',"properties":{"id":"' || annotation.id
  || '","title":' || to_json(annotation.title) || ',"category":' || to_json(annotation.category) || ',"status":"' || annotation.status || '","priority":"' || annotation.priority
  || '"}}', ','), '') || ']}' AS text
FROM office.annotation
WHERE ${where:raw}
