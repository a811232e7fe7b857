-- Of each layer: whether anything stands in it on a day, and whose data it is, of which day – the newest edition that a reader of that day would
-- have had. ${standing}: SELECT of (layer, stands) for all layers asked. Small tables; the views' primary keys.
SELECT asked.layer, asked.stands, dataset.name AS source, meta.source_date_on(dataset.name, ${day}::date) AS source_date, dataset.demonstration
FROM (${standing:raw}) AS asked (layer, stands)
LEFT JOIN LATERAL (
  SELECT name, demonstration FROM meta.dataset WHERE dataset.layer = asked.layer
  ORDER BY coalesce(meta.source_date_on(name, ${day}::date) <= ${day}::date, false) DESC, meta.source_date_on(name, ${day}::date) DESC NULLS LAST, name LIMIT 1
) AS dataset ON true
