-- A condition: an annotation in whose thread somebody is mentioned. Index annotation_comment_mentions.
-- Parameters: me.
EXISTS (SELECT FROM office.annotation_comment AS comment WHERE comment.annotation_id = annotation.id AND comment.withdrawn_at IS NULL AND comment.mentions @> ARRAY[${me}::integer])
