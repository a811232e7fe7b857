-- Every subject that was left (lineage_stranded), with the parcels that stand now on its ground and what was drawn there. GiST of parcel.
-- Parameter: sourceDate. What was drawn counts where it lies on the old parcel; 0.1 m is the accuracy of boundaries.
SELECT annotation.id AS annotation, subject.key AS parcel, review.id IS NOT NULL AS asked, standing.id IS NOT NULL AS stands,
  coalesce(ended.since, review.since, upper(last.valid), ${sourceDate}::date)::text AS since, old.geom::text AS ground, coalesce(successors.listed, '[]') AS successors
FROM lineage_stranded AS stranded
JOIN office.annotation_subject AS subject ON subject.annotation_id = stranded.annotation_id AND subject.kind = 'parcel' AND subject.key = stranded.key
JOIN office.annotation ON annotation.id = subject.annotation_id
LEFT JOIN office.annotation_review AS review ON review.annotation_id = annotation.id AND review.parcel = subject.key AND review.decided_at IS NULL
LEFT JOIN lineage_ended AS ended ON ended.key = subject.key
LEFT JOIN cadastre.parcel AS standing ON standing.key = subject.key AND upper_inf(standing.valid)
LEFT JOIN LATERAL (
  SELECT parcel.valid, parcel.geom, dataset.demonstration
  FROM cadastre.parcel JOIN meta.dataset ON dataset.id = parcel.dataset_id
  WHERE parcel.key = subject.key AND NOT upper_inf(parcel.valid)
  ORDER BY upper(parcel.valid) DESC
  LIMIT 1
) AS last ON true
CROSS JOIN LATERAL (
  SELECT coalesce(review.ground, ended.geom, last.geom) AS geom, coalesce(ended.demonstration, last.demonstration) AS demonstration OFFSET 0
) AS old
CROSS JOIN LATERAL (
  SELECT CASE WHEN annotation.geom && old.geom THEN ST_Intersection(annotation.geom, old.geom) END AS geom OFFSET 0
) AS drawn
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('key', successor.key, 'share', successor.share, 'sameKind', successor.demonstration = coalesce(old.demonstration, successor.demonstration),
    'nearDrawn', coalesce(NOT ST_IsEmpty(drawn.geom) AND ST_DWithin(drawn.geom, successor.geom, 0.1), false),
    'holdsDrawn', coalesce(NOT ST_IsEmpty(drawn.geom) AND ST_Covers(ST_Buffer(successor.geom, 0.1), drawn.geom), false)) ORDER BY successor.share DESC, successor.key) AS listed
  FROM cadastre.parcels_on(old.geom) AS successor
) AS successors ON true
ORDER BY annotation.id, subject.ordinal, subject.key
