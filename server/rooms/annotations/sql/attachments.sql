-- What is attached to an annotation, without its bytes. Index attachment_annotation.
-- Parameters: annotation.
SELECT attachment.id, attachment.name, attachment.media_type AS "mediaType", attachment.bytes, attachment.added_at AS "addedAt",
  json_build_object('id', account.id, 'name', account.name) AS "addedBy"
FROM office.attachment JOIN office.account ON account.id = attachment.added_by
WHERE attachment.annotation_id = ${annotation}::uuid AND attachment.removed_at IS NULL
ORDER BY attachment.added_at, attachment.id
