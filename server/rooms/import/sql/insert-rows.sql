-- Writes new rows, one batch. $<from>, $<to>: numbers of the features, both inclusive.
INSERT INTO $<target:raw> (dataset_id, $<columns:name>)
SELECT $<datasetId>, $<columns:name>
FROM import_staged
WHERE staged_verdict = 'inserted' AND staged_number BETWEEN $<from> AND $<to>
ORDER BY staged_number;
