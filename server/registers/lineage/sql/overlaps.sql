-- Ground that passed from a version which ended to one that stands on the day of the end and began later than the first one, where either was
-- touched by the import (lineage_touched). Demonstration and real data never succeed each other. Index parcel_key, GiST of parcel (all, ended).
WITH pair AS (
  SELECT ended.id AS parent_id, child.id AS child_id
  FROM cadastre.parcel AS child
  JOIN cadastre.parcel AS ended ON ended.geom && child.geom AND NOT upper_inf(ended.valid)
  WHERE child.key IN (SELECT key FROM lineage_touched) AND isfinite(lower(child.valid))
    AND child.valid @> upper(ended.valid) AND lower(child.valid) > coalesce(lower(ended.valid), '-infinity')
  UNION
  SELECT ended.id, child.id
  FROM cadastre.parcel AS ended
  JOIN cadastre.parcel AS child ON child.geom && ended.geom
  WHERE ended.key IN (SELECT key FROM lineage_touched) AND NOT upper_inf(ended.valid)
    AND child.valid @> upper(ended.valid) AND lower(child.valid) > coalesce(lower(ended.valid), '-infinity')
), measured AS (
  SELECT parent.id AS parent_id, child.id AS child_id, parent.key AS parent_key, child.key AS child_key, upper(parent.valid) AS day,
    ST_Area(parent.geom) AS parent_m2, ST_Area(child.geom) AS child_m2, parent.geom AS parent_geom, child.geom AS child_geom, overlap.geom AS overlap
  FROM pair
  JOIN cadastre.parcel AS parent ON parent.id = pair.parent_id
  JOIN cadastre.parcel AS child ON child.id = pair.child_id
  JOIN meta.dataset AS parent_of ON parent_of.id = parent.dataset_id
  JOIN meta.dataset AS child_of ON child_of.id = child.dataset_id AND child_of.demonstration = parent_of.demonstration
  CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(parent.geom, child.geom), 3) AS geom OFFSET 0) AS overlap
  WHERE isfinite(upper(parent.valid))
)
SELECT parent_id AS "parentId", child_id AS "childId", parent_key AS "parentKey", child_key AS "childKey", day::text AS day,
  ST_Area(overlap) AS "overlapM2", ST_Area(overlap) / parent_m2 AS "parentShare", ST_Area(overlap) / child_m2 AS "childShare"
FROM measured
WHERE cadastre.is_shared_ground(overlap, parent_m2, child_m2)
  AND (parent_key <> child_key OR cadastre.is_shared_ground(ST_CollectionExtract(ST_SymDifference(parent_geom, child_geom), 3), parent_m2, child_m2))
ORDER BY day, parent_key, child_key, parent_id, child_id
