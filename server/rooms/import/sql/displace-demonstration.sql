-- Demonstration objects that come to lie under real ones go, if they overlap by more than a sliver: 1 m² and 0.1 % of the object. Leans on GiST of geom.
WITH gone AS (
  DELETE FROM $<target:raw> AS present USING meta.dataset
  WHERE dataset.id = present.dataset_id AND dataset.demonstration AND present.id IN (
    SELECT beneath.id
    FROM import_staged AS staged
    JOIN $<target:raw> AS beneath ON beneath.geom && staged.geom AND ST_Intersects(beneath.geom, staged.geom)
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Intersection(beneath.geom, staged.geom)) AS m2) AS overlap
    WHERE staged.staged_verdict IN ('inserted', 'updated') AND beneath.id IS DISTINCT FROM staged.staged_target
      AND overlap.m2 > 1 AND overlap.m2 > 0.001 * ST_Area(beneath.geom)
  )
  RETURNING present.key
)
INSERT INTO import_touched SELECT key FROM gone;
