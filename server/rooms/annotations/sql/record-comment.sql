-- Tells the audit trail of a comment, with what a listener must know of its annotation; the words stay out of it. The last statement of a transaction.
-- Parameters: annotation, comment, by, action.
SELECT audit.append(${by}, ${action}, 'annotation', annotation.id::text,
  jsonb_build_object('version', annotation.version, 'visibility', annotation.visibility, 'author', annotation.author, 'comment', ${comment}::text))
FROM office.annotation WHERE id = ${annotation}::uuid
