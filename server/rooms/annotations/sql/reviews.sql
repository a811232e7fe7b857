-- What updates of the cadastre left to decide about an annotation. Index annotation_review_annotation.
-- Parameters: annotation.
SELECT parcel, since::text AS since, kind, proposal FROM office.open_review WHERE annotation_id = ${annotation}::uuid ORDER BY parcel
