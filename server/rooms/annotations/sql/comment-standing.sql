-- Whose a comment is and whether it still stands. Primary key.
-- Parameters: id.
SELECT annotation_id AS annotation, author, body AS text, withdrawn_at IS NOT NULL AS withdrawn FROM office.annotation_comment WHERE id = ${id}::uuid
