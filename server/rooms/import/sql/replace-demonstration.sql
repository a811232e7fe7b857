-- Real data of the whole layer have come: what the demonstration showed there goes. $<target>: qualified name.
WITH gone AS (
  DELETE FROM $<target:raw> AS present USING meta.dataset
  WHERE dataset.id = present.dataset_id AND dataset.demonstration
    AND NOT EXISTS (SELECT FROM import_staged AS staged WHERE staged.staged_target = present.id AND staged.staged_verdict <> 'rejected')
  RETURNING present.key
)
INSERT INTO import_touched SELECT key FROM gone;
