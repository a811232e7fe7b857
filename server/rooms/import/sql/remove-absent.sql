-- Rows of the dataset that its new edition no longer has. $<datasetId>; $<spared>: keys of features that were rejected: their rows stay.
WITH gone AS (
  DELETE FROM $<target:raw> AS present
  WHERE present.dataset_id = $<datasetId> AND present.key <> ALL ($<spared>::text[])
    AND NOT EXISTS (SELECT FROM import_staged AS staged WHERE staged.key = present.key)
  RETURNING present.key
)
INSERT INTO import_touched SELECT key FROM gone;
