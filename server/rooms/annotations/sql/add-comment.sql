-- Adds a comment; no row when there is one with this id. Primary key.
-- Parameters: id, annotation, author, text, mentions.
INSERT INTO office.annotation_comment (id, annotation_id, author, at, body, mentions)
VALUES (${id}::uuid, ${annotation}::uuid, ${author}, clock_timestamp(), ${text}, ${mentions}::integer[])
ON CONFLICT (id) DO NOTHING
RETURNING id
