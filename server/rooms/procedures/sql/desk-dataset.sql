-- The data set of what the desk publishes in a layer, with today's edition; its number. name, layer, publisher, licence, day, checksum.
INSERT INTO meta.dataset (name, layer, publisher, licence, source_date, demonstration, checksum)
VALUES (${name}, ${layer}, ${publisher}, ${licence}, ${day}::date, false, ${checksum})
ON CONFLICT (name) DO UPDATE SET publisher = excluded.publisher, licence = excluded.licence, source_date = excluded.source_date, checksum = excluded.checksum, imported_at = now()
RETURNING id
