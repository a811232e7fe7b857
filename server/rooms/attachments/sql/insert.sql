-- Keeps an attachment; no row when there is one with this id. Primary key.
-- Parameters: id, annotation, name, mediaType, bytes (how many), sha256 and data (bytea), by.
INSERT INTO office.attachment (id, annotation_id, name, media_type, bytes, sha256, data, added_by, added_at)
VALUES (${id}::uuid, ${annotation}::uuid, ${name}, ${mediaType}, ${bytes}, ${sha256}, ${data}, ${by}, clock_timestamp())
ON CONFLICT (id) DO NOTHING
RETURNING id
