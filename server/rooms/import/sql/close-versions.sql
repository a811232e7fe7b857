-- Ends each stored version on the day on which a newly come one of the same key begins. Returns how many. $<target>: qualified name.
UPDATE $<target:raw> AS present
SET valid = daterange(lower(present.valid), successor.staged_from)
FROM (
  SELECT present.id, min(staged.staged_from) AS staged_from
  FROM import_staged AS staged
  JOIN $<target:raw> AS present ON present.key = staged.key AND present.valid @> staged.staged_from AND lower(present.valid) < staged.staged_from
  WHERE staged.staged_verdict = 'inserted' AND NOT EXISTS (SELECT FROM import_staged AS own WHERE own.staged_target = present.id)
  GROUP BY present.id
) AS successor
WHERE present.id = successor.id;
