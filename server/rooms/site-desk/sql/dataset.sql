-- The desk's own register in the list of datasets, of today. Unique name.
-- Parameters: name, publisher, licence, day, demonstration.
INSERT INTO meta.dataset (name, layer, publisher, licence, source_date, demonstration, checksum) VALUES (${name}, 'investment-sites', ${publisher}, ${licence}, ${day}, ${demonstration}, 'desk')
ON CONFLICT (name) DO UPDATE SET source_date = excluded.source_date, imported_at = now()
RETURNING id
