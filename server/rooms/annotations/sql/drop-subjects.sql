-- Takes off what an annotation is no longer about. Primary key of office.annotation_subject.
-- Parameters: id, subjects (JSON).
DELETE FROM office.annotation_subject AS standing
WHERE annotation_id = ${id}::uuid AND NOT EXISTS (
  SELECT FROM jsonb_array_elements(${subjects}::jsonb)
  WHERE value ->> 'kind' = standing.kind AND value ->> 'key' = standing.key AND coalesce(value ->> 'paragraph', '') = standing.paragraph
)
