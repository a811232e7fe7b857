-- The thread of an annotation, or one comment of it; the words of withdrawn ones are not shown. Index annotation_comment_annotation.
-- Parameters: annotation, comment (null: all).
SELECT comment.id, json_build_object('id', author.id, 'name', author.name) AS author, comment.at, CASE WHEN comment.withdrawn_at IS NULL THEN comment.body END AS text,
  CASE WHEN comment.withdrawn_at IS NULL THEN (SELECT coalesce(json_agg(json_build_object('id', account.id, 'name', account.name) ORDER BY account.name, account.id), '[]'::json)
    FROM office.account WHERE account.id = ANY (comment.mentions)) ELSE '[]'::json END AS mentions
FROM office.annotation_comment AS comment JOIN office.account AS author ON author.id = comment.author
WHERE comment.annotation_id = ${annotation}::uuid AND (${comment}::uuid IS NULL OR comment.id = ${comment}::uuid)
ORDER BY comment.at, comment.id
