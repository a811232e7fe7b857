-- Annotations follow their parcels (lineage_outcome): subjects move, questions are answered or asked, and whatever has news gets a version.
DELETE FROM office.annotation_subject AS subject USING lineage_outcome AS outcome
WHERE outcome.kind = 'moves' AND subject.annotation_id = outcome.annotation AND subject.kind = 'parcel' AND subject.key = outcome.parcel;
INSERT INTO office.annotation_subject (annotation_id, kind, key, ordinal)
SELECT annotation, 'parcel', moved_to, min(ordinal) FROM lineage_outcome WHERE kind = 'moves' GROUP BY annotation, moved_to
ON CONFLICT DO NOTHING;
UPDATE office.annotation_review AS review
SET decided_at = clock_timestamp(), parcels = ARRAY[coalesce(outcome.moved_to, outcome.parcel)]
FROM lineage_outcome AS outcome
WHERE outcome.kind IN ('moves', 'restored') AND review.annotation_id = outcome.annotation AND review.parcel = outcome.parcel AND review.decided_at IS NULL;
INSERT INTO office.annotation_review (annotation_id, parcel, since, kind, proposal, ground)
SELECT annotation, parcel, since, why, proposal, ground::geometry FROM lineage_outcome WHERE kind = 'asks'
ON CONFLICT (annotation_id, parcel) WHERE decided_at IS NULL DO UPDATE SET kind = excluded.kind, proposal = excluded.proposal
WHERE (annotation_review.kind, annotation_review.proposal) IS DISTINCT FROM (excluded.kind, excluded.proposal);
-- The symbol of what was only attached stays on its parcel.
UPDATE office.annotation
SET place = ST_PointOnSurface(parcel.geom)
FROM lineage_outcome AS outcome
JOIN cadastre.parcel ON parcel.key = outcome.moved_to AND upper_inf(parcel.valid)
WHERE outcome.kind = 'moves' AND annotation.id = outcome.annotation AND annotation.geom IS NULL
  AND ST_Covers(outcome.ground::geometry, annotation.place) AND NOT ST_Covers(parcel.geom, annotation.place);
UPDATE office.annotation SET version = version + 1, changed_at = greatest(clock_timestamp(), changed_at), changed_by = NULL
WHERE id IN (SELECT annotation FROM lineage_outcome WHERE news IS NOT NULL);
SELECT office.record_version(annotation, NULL, 'followed', told)
FROM (SELECT annotation, string_agg(news, ' ' ORDER BY ordinal, parcel) AS told FROM lineage_outcome WHERE news IS NOT NULL GROUP BY annotation ORDER BY annotation) AS followed
