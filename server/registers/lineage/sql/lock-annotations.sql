-- Annotations that the cadastre may have left: their parcel ended in this import, or is no more and nobody decided that they keep its number, or a
-- question about them is open. They stay as they are until the transaction ends. Indexes annotation_subject_key, parcel_current_key.
-- Parameter: sourceDate, the day of those that left the register without an end of their own.
CREATE TEMPORARY TABLE lineage_ended ON COMMIT DROP AS
SELECT DISTINCT ON (before.key) before.key, before.geom, before.demonstration, coalesce(upper(parcel.valid), ${sourceDate}::date) AS since
FROM lineage_before AS before
LEFT JOIN cadastre.parcel ON parcel.id = before.id
WHERE before.geom IS NOT NULL AND (parcel.id IS NULL OR NOT upper_inf(parcel.valid));
CREATE TEMPORARY TABLE lineage_stranded ON COMMIT DROP AS
SELECT subject.annotation_id, subject.key
FROM office.annotation_subject AS subject
WHERE subject.kind = 'parcel' AND (
  subject.key IN (SELECT key FROM lineage_ended)
  OR EXISTS (SELECT FROM office.annotation_review AS open WHERE open.annotation_id = subject.annotation_id AND open.parcel = subject.key AND open.decided_at IS NULL)
  OR (NOT EXISTS (SELECT FROM cadastre.parcel WHERE parcel.key = subject.key AND upper_inf(parcel.valid))
    AND NOT EXISTS (SELECT FROM office.annotation_review AS decided WHERE decided.annotation_id = subject.annotation_id AND decided.parcel = subject.key AND decided.parcels = '{}')));
SELECT annotation.id FROM office.annotation
WHERE annotation.id IN (SELECT annotation_id FROM lineage_stranded)
ORDER BY annotation.id
FOR UPDATE
