-- Writes staged rows over the rows that they are; the id stays. $<assignments>: "column" = staged."column", …
UPDATE $<target:raw> AS present
SET dataset_id = $<datasetId>, $<assignments:raw>
FROM import_staged AS staged
WHERE staged.staged_target = present.id AND staged.staged_verdict = 'updated';
