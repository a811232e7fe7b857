-- The first import after a record was issued: what can have changed the answer. One row or none.
SELECT to_char(edition.imported_at AT TIME ZONE 'Europe/Warsaw', 'YYYY-MM-DD') AS day, dataset.name
FROM meta.dataset_edition AS edition JOIN meta.dataset ON dataset.id = edition.dataset_id
WHERE edition.imported_at > ${issuedAt}
ORDER BY edition.imported_at LIMIT 1
