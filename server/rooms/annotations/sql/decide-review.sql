-- Answers the open question about a parcel that an annotation is still about. Gives a row when there was one. Index annotation_review_open.
-- Parameters: id, parcel, parcels (identifiers; none: it keeps the number), by.
UPDATE office.annotation_review SET decided_at = clock_timestamp(), decided_by = ${by}, parcels = ${parcels}::text[]
WHERE id = (SELECT id FROM office.open_review WHERE annotation_id = ${id}::uuid AND parcel = ${parcel})
RETURNING id
