-- Keeps a file; no row when there is one with this id. Primary key.
-- Parameters: id, key, kind, name, mediaType, bytes (how many), sha256 and data (bytea), by.
INSERT INTO office.site_file (id, site_key, kind, name, media_type, bytes, sha256, data, added_by, added_at)
VALUES (${id}::uuid, ${key}, ${kind}, ${name}, ${mediaType}, ${bytes}, ${sha256}, ${data}, ${by}, clock_timestamp())
ON CONFLICT (id) DO NOTHING
RETURNING id
