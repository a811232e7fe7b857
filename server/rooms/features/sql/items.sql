-- One page of the features of a layer: the ids of the page first, so that nothing is computed for rows that are skipped.
-- At boot: view, columns, validity (list of columns). Per request: where, limit, offset, geometry, decimals. GiST on geom, primary key.
WITH page AS MATERIALIZED (
  SELECT id FROM ${view} WHERE ${where:raw} ORDER BY id LIMIT ${limit} OFFSET ${offset}
)
SELECT id, ${columns:name} ${validity:raw}, ST_AsGeoJSON(${geometry:raw}, ${decimals}, 0)::json AS geometry
FROM page JOIN ${view} AS item USING (id)
ORDER BY id
