-- What was found of the subjects, as rows, with the place that each had in its annotation. Parameter: outcomes (JSON).
CREATE TEMPORARY TABLE lineage_outcome ON COMMIT DROP AS
SELECT outcome.*, subject.ordinal
FROM jsonb_to_recordset(${outcomes:json}::jsonb) AS outcome (annotation uuid, parcel text, kind text, moved_to text, why text, since date, ground text, proposal jsonb, news text)
JOIN office.annotation_subject AS subject ON subject.annotation_id = outcome.annotation AND subject.kind = 'parcel' AND subject.key = outcome.parcel
