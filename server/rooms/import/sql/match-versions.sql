-- What becomes of each staged row of a layer with history. $<same>: expression over present and staged; $<sameContent>: the same but for valid;
-- $<demonstration>, $<sourceDate>, $<datasetId>: of the files; $<whole>: they are the whole dataset. Leans on the index of key and valid.

-- Real data leave nothing of a demonstration's history; its current version is corrected in place.
DELETE FROM $<target:raw> AS present USING meta.dataset
WHERE dataset.id = present.dataset_id AND dataset.demonstration AND NOT $<demonstration>
  AND NOT upper_inf(present.valid) AND present.key IN (SELECT key FROM import_staged WHERE staged_verdict IS NULL);

-- A row without a date of its own begins with the edition of its source, if that is newer and says something else – or says again what had ended –;
-- else it corrects.
UPDATE import_staged AS staged
SET staged_from = CASE
    WHEN $<sourceDate>::date > latest.source_date AND $<sourceDate>::date > lower(latest.valid)
      AND (latest.demonstration = $<demonstration>) AND (NOT latest.same OR (staged.staged_to IS NULL AND upper(latest.valid) <= $<sourceDate>::date)) THEN $<sourceDate>::date
    ELSE lower(latest.valid)
  END
FROM (
  SELECT DISTINCT ON (present.key) present.key, present.valid, dataset.source_date, dataset.demonstration, $<sameContent:raw> AS same
  FROM import_staged AS staged
  JOIN $<target:raw> AS present ON present.key = staged.key
  JOIN meta.dataset ON dataset.id = present.dataset_id
  ORDER BY present.key, lower(present.valid) DESC
) AS latest
WHERE latest.key = staged.key AND staged.staged_from IS NULL AND staged.staged_verdict IS NULL;
-- What an earlier edition of the whole dataset did not have begins with this one; of anything else nobody knows since when it stands.
UPDATE import_staged
SET staged_from = CASE
    WHEN $<whole> AND (staged_to > $<sourceDate>::date) IS NOT FALSE AND EXISTS (SELECT FROM meta.dataset WHERE id = $<datasetId> AND source_date < $<sourceDate>::date) THEN $<sourceDate>::date
    ELSE '-infinity'
  END
WHERE staged_from IS NULL;

-- The version that a row corrects: the one of the same beginning; of a demonstration, the current one.
UPDATE import_staged AS staged
SET staged_target = present.id
FROM $<target:raw> AS present
JOIN meta.dataset ON dataset.id = present.dataset_id
WHERE present.key = staged.key AND staged.staged_verdict IS NULL AND CASE
  WHEN dataset.demonstration AND NOT $<demonstration>
    THEN NOT EXISTS (SELECT FROM import_staged AS later WHERE later.key = staged.key AND later.staged_from > staged.staged_from AND later.staged_verdict IS NULL)
  ELSE lower(present.valid) = staged.staged_from
END;

-- A version stands until the next one begins, in the files or in the table.
UPDATE import_staged AS staged
SET valid = daterange(staged.staged_from, least(
  staged.staged_to,
  (SELECT min(later.staged_from) FROM import_staged AS later
    WHERE later.key = staged.key AND later.staged_from > staged.staged_from AND later.staged_verdict IS NULL),
  (SELECT min(lower(present.valid)) FROM $<target:raw> AS present
    WHERE present.key = staged.key AND lower(present.valid) > staged.staged_from
      AND present.id NOT IN (SELECT other.staged_target FROM import_staged AS other WHERE other.key = staged.key AND other.staged_target IS NOT NULL))))
WHERE staged.staged_verdict IS NULL;

UPDATE import_staged AS staged
SET staged_verdict = CASE
    WHEN $<demonstration> AND NOT dataset.demonstration THEN 'kept'
    WHEN present.dataset_id = $<datasetId> AND $<same:raw> THEN 'unchanged'
    ELSE 'updated'
  END
FROM $<target:raw> AS present
JOIN meta.dataset ON dataset.id = present.dataset_id
WHERE present.id = staged.staged_target AND staged.staged_verdict IS NULL;
UPDATE import_staged AS staged SET staged_verdict = 'kept'
WHERE staged.staged_verdict IS NULL AND $<demonstration> AND EXISTS (
  SELECT FROM $<target:raw> AS present JOIN meta.dataset ON dataset.id = present.dataset_id
  WHERE present.key = staged.key AND NOT dataset.demonstration);
UPDATE import_staged SET staged_verdict = 'inserted' WHERE staged_verdict IS NULL;
