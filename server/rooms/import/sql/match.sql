-- What becomes of each staged row of a layer without history. $<same>: expression over present and staged; $<demonstration>: of the files.
-- Demonstration data never displace real ones. Leans on the unique index of key.
UPDATE import_staged AS staged
SET staged_target = present.id,
  staged_verdict = CASE
    WHEN $<demonstration> AND NOT dataset.demonstration THEN 'kept'
    WHEN present.dataset_id = $<datasetId> AND $<same:raw> THEN 'unchanged'
    ELSE 'updated'
  END
FROM $<target:raw> AS present
JOIN meta.dataset ON dataset.id = present.dataset_id
WHERE present.key = staged.key AND staged.staged_verdict IS NULL;
UPDATE import_staged SET staged_verdict = 'inserted' WHERE staged_verdict IS NULL;
