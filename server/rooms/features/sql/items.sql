-- One page of the features of a layer and how many there are on all pages (_matched); one row without id when the page is empty.
-- All ids first: it makes the planner search by GiST on geom instead of walking the primary key until the page is full, counts on the way,
-- and nothing is computed for rows that are skipped.
-- At boot: view, validity (list of columns). Per request: columns, where, limit, offset, geometry, decimals.
WITH found AS MATERIALIZED (
  SELECT id FROM ${view} WHERE ${where:raw}
), page AS MATERIALIZED (
  SELECT id FROM found ORDER BY id LIMIT ${limit} OFFSET ${offset}
), feature AS (
  SELECT id, ${columns:raw} ${validity:raw}, ST_AsGeoJSON(${geometry:raw}, ${decimals}, 0)::json AS geometry
  FROM page JOIN ${view} AS item USING (id)
)
SELECT total._matched, feature.*
FROM (SELECT count(*)::integer AS _matched FROM found) AS total LEFT JOIN feature ON true
ORDER BY feature.id
