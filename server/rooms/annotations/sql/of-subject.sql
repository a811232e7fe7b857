-- A condition: an annotation that is about one thing. Index annotation_subject_key.
-- Parameters: kind, key.
EXISTS (SELECT FROM office.annotation_subject AS subject WHERE subject.annotation_id = annotation.id AND subject.kind = ${kind} AND subject.key = ${key})
