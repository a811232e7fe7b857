-- An attachment that stands, as the contract has it. Primary key.
-- Parameters: id, annotation.
SELECT attachment.id, attachment.name, attachment.media_type AS "mediaType", attachment.bytes, attachment.added_at AS "addedAt", encode(attachment.sha256, 'hex') AS sha256,
  json_build_object('id', account.id, 'name', account.name) AS "addedBy"
FROM office.attachment JOIN office.account ON account.id = attachment.added_by
WHERE attachment.id = ${id}::uuid AND attachment.annotation_id = ${annotation}::uuid AND attachment.removed_at IS NULL
