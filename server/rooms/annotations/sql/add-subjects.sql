-- What an annotation is about from now on, in this order; the same thing twice counts once. Those that stand are left where they are.
-- Parameters: id, subjects (JSON).
INSERT INTO office.annotation_subject (annotation_id, kind, key, paragraph, ordinal)
SELECT ${id}::uuid, value ->> 'kind', value ->> 'key', coalesce(value ->> 'paragraph', ''), min(ordinality)
FROM jsonb_array_elements(${subjects}::jsonb) WITH ORDINALITY
GROUP BY 2, 3, 4
ORDER BY 5
ON CONFLICT (annotation_id, kind, key, paragraph) DO UPDATE SET ordinal = excluded.ordinal
