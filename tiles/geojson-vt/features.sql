-- A portion of a layer's features for the in-memory index, in the order of ids.
--   $1 day (temporal layers: what stands on that day), $2 the last id of the portion before, $3 how many
--   Filled in per layer: view, attributes (a JSON object), geometry (the features themselves, or their label points), valid, labelled.
-- 9 decimals of a degree are a tenth of a millimetre. Leans on the primary key under the view.
SELECT id, ${attributes} AS attributes, ST_AsGeoJSON(ST_Transform(${geometry}, 4326), 9) AS geometry
FROM ${view}
WHERE id > $2 AND ${valid} AND ${labelled}
ORDER BY id
LIMIT $3
