-- The same for a layer with history: a version older than the new edition ends with it, one that never stood before goes. $<sourceDate> of the edition.
WITH absent AS (
  SELECT present.id, lower(present.valid) < $<sourceDate>::date AS stood
  FROM $<target:raw> AS present
  WHERE present.dataset_id = $<datasetId> AND upper_inf(present.valid) AND present.key <> ALL ($<spared>::text[])
    AND NOT EXISTS (SELECT FROM import_staged AS staged WHERE staged.key = present.key)
), ended AS (
  UPDATE $<target:raw> AS present SET valid = daterange(lower(present.valid), $<sourceDate>::date)
  FROM absent WHERE absent.id = present.id AND absent.stood
  RETURNING present.key
), gone AS (
  DELETE FROM $<target:raw> AS present USING absent
  WHERE absent.id = present.id AND absent.stood IS NOT TRUE
  RETURNING present.key
)
INSERT INTO import_touched SELECT key FROM ended UNION ALL SELECT key FROM gone;
