-- A real object in several pieces has come (a river by its sections): the demonstration object of that name goes, the others stay. $<target>: qualified name.
WITH gone AS (
  DELETE FROM $<target:raw> AS present USING meta.dataset
  WHERE dataset.id = present.dataset_id AND dataset.demonstration
    AND present.name IN (SELECT staged.name FROM import_staged AS staged WHERE staged.staged_verdict <> 'rejected')
    AND NOT EXISTS (SELECT FROM import_staged AS staged WHERE staged.staged_target = present.id AND staged.staged_verdict <> 'rejected')
  RETURNING present.key
)
INSERT INTO import_touched SELECT key FROM gone;
