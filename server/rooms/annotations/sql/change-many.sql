-- Writes the next version of annotations that are locked: status, deletion, and what a bulk change may alter; null leaves a column as it is.
-- Parameters: ids, by, status, deleted, assignee and setAssignee, dueOn and setDueOn, priority, addTags, removeTags.
UPDATE office.annotation SET version = version + 1, status = coalesce(${status}, status), priority = coalesce(${priority}, priority),
  assignee = CASE WHEN ${setAssignee} THEN ${assignee}::integer ELSE assignee END, due_on = CASE WHEN ${setDueOn} THEN ${dueOn}::date ELSE due_on END,
  tags = ARRAY(SELECT tag FROM unnest(tags || ${addTags}::text[]) WITH ORDINALITY AS kept (tag, ordinal) WHERE tag <> ALL (${removeTags}::text[]) GROUP BY tag ORDER BY min(ordinal)),
  deleted_at = CASE WHEN ${deleted} THEN greatest(clock_timestamp(), changed_at) ELSE deleted_at END,
  changed_at = greatest(clock_timestamp(), changed_at), changed_by = ${by}
WHERE id = ANY (${ids}::uuid[])
