-- Whether the first version of an annotation, still standing, was written by this author with this content: a request that came twice. Primary key.
-- Parameters: id, author, and the columns; subjects (JSON).
SELECT annotation.version = 1 AND annotation.deleted_at IS NULL AND annotation.author = ${author} AND annotation.geom::text IS NOT DISTINCT FROM ${drawn}
  AND (annotation.visibility, annotation.category, annotation.priority, annotation.title, annotation.body, annotation.tags)
    = (${visibility}, ${category}, ${priority}, ${title}, ${text}, ${tags}::text[])
  AND annotation.due_on IS NOT DISTINCT FROM ${dueOn}::date AND annotation.assignee IS NOT DISTINCT FROM ${assignee}::integer
  AND office.annotation_subjects(annotation.id) = ${subjects}::jsonb AS same
FROM office.annotation
WHERE annotation.id = ${id}::uuid
