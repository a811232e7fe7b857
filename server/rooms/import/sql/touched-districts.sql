-- Cadastral districts in which parcels came, changed or went.
SELECT DISTINCT split_part(key, '.', 1) || '.' || split_part(key, '.', 2) AS district FROM import_touched ORDER BY 1;
