-- What is known of the dataset now; untouched, with its time of import, when nothing is new.
UPDATE meta.dataset
SET publisher = $<publisher>, licence = $<licence>, source_date = $<source_date>, demonstration = $<demonstration>, checksum = $<checksum>, imported_at = now()
WHERE id = $<datasetId>
  AND (publisher, licence, source_date, demonstration, checksum) IS DISTINCT FROM ($<publisher>, $<licence>, $<source_date>::date, $<demonstration>, $<checksum>);
