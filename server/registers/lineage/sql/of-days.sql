-- The lineage that is kept of some days. Index lineage_day.
SELECT parent_id AS "parentId", child_id AS "childId", parent_key AS "parentKey", child_key AS "childKey", day::text AS day,
  overlap_m2 AS "overlapM2", parent_share AS "parentShare", child_share AS "childShare"
FROM cadastre.lineage
WHERE day = ANY (${days}::date[])
