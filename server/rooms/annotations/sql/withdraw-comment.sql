-- Takes a comment back. Primary key.
-- Parameters: id.
UPDATE office.annotation_comment SET withdrawn_at = clock_timestamp() WHERE id = ${id}::uuid AND withdrawn_at IS NULL
