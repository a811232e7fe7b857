-- Writes the next version of an annotation that is locked; brings it back when it was deleted. Primary key.
-- Parameters: id, by, and the columns.
UPDATE office.annotation SET version = version + 1, visibility = ${visibility}, category = ${category}, priority = ${priority}, title = ${title}, body = ${text}, tags = ${tags}::text[],
  due_on = ${dueOn}::date, assignee = ${assignee}::integer, geom = ${drawn}::geometry, place = coalesce(${place}::geometry, place), deleted_at = NULL,
  changed_at = greatest(clock_timestamp(), changed_at), changed_by = ${by}
WHERE id = ${id}::uuid
