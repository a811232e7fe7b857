-- What the rules need to know of an annotation, and whether an account may write at its place. Primary key; areas by GiST.
-- Parameters: id, account (null for residents), lock ('' or FOR UPDATE).
SELECT annotation.author, annotation.assignee, annotation.status, annotation.visibility, annotation.deleted_at IS NOT NULL AS deleted, annotation.deleted_at AS "deletedAt",
  annotation.version, coalesce(office.may_write_at(${account}::integer, annotation.place), false) AS "inArea"
FROM office.annotation
WHERE annotation.id = ${id}::uuid
${lock:raw}
