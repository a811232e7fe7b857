-- A condition: an annotation whose place lies in a plan's area, or that is about the plan, its zones or its paragraphs. Found once, by their indexes
-- (annotation_place, annotation_subject_key), with the area unpacked once: a large one would else be read again for every place.
-- Parameters: key, zones (pattern of the keys of its zones).
annotation.id IN (
  WITH area AS MATERIALIZED (SELECT ST_Force2D(plan.geom) AS geom FROM planning.plan WHERE plan.key = ${key} AND upper_inf(plan.valid))
  SELECT placed.id FROM area JOIN office.annotation AS placed ON ST_Intersects(area.geom, placed.place)
  UNION ALL SELECT subject.annotation_id FROM office.annotation_subject AS subject
  WHERE (subject.kind IN ('plan', 'paragraph') AND subject.key = ${key}) OR (subject.kind = 'zone' AND subject.key LIKE ${zones})
)
