-- A condition: an annotation whose place lies in a plan's area, or that is about the plan, its zones or its paragraphs. GiST of geom; annotation_subject_key.
-- Parameters: key, zones (pattern of the keys of its zones).
EXISTS (SELECT FROM planning.plan WHERE plan.key = ${key} AND upper_inf(plan.valid) AND ST_Intersects(plan.geom, annotation.place))
OR EXISTS (SELECT FROM office.annotation_subject AS subject WHERE subject.annotation_id = annotation.id
  AND ((subject.kind IN ('plan', 'paragraph') AND subject.key = ${key}) OR (subject.kind = 'zone' AND subject.key LIKE ${zones})))
