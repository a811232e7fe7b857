-- What became of a parcel number, change by change away from it, nearest first. Indexes lineage_child_key, lineage_parent_key, parcel_key.
-- Parameters: identifier, today, depth, limit. Days only go one way, so that the walk ends; a change reached by several ways counts as the nearest.
WITH RECURSIVE walked AS (
  SELECT lineage.*, 1 AS depth FROM cadastre.lineage WHERE lineage.parent_key = ${identifier}
  UNION
  SELECT further.*, walked.depth + 1
  FROM walked JOIN cadastre.lineage AS further ON further.parent_key = walked.child_key AND further.day > walked.day
  WHERE walked.depth < ${depth}
), nearest AS (
  SELECT DISTINCT ON (parent_id, child_id) * FROM walked ORDER BY parent_id, child_id, depth
)
SELECT nearest.day::text AS day, nearest.kind, nearest.parent_key, nearest.child_key, nearest.depth,
  round(nearest.overlap_m2::numeric, 1)::double precision AS overlap_m2, round(100 * nearest.parent_share::numeric, 2)::double precision AS parent_share_pct,
  round(100 * nearest.child_share::numeric, 2)::double precision AS child_share_pct,
  EXISTS (SELECT FROM cadastre.parcel WHERE parcel.key = nearest.parent_key AND parcel.valid @> ${today}::date) AS parent_stands,
  EXISTS (SELECT FROM cadastre.parcel WHERE parcel.key = nearest.child_key AND parcel.valid @> ${today}::date) AS child_stands,
  dataset.name AS source, meta.source_date_on(dataset.name, nearest.day) AS source_date, dataset.demonstration
FROM nearest
JOIN cadastre.parcel AS child ON child.id = nearest.child_id
JOIN meta.dataset ON dataset.id = child.dataset_id
ORDER BY nearest.depth, nearest.day, nearest.overlap_m2 DESC, nearest.parent_key, nearest.child_key
LIMIT ${limit}
