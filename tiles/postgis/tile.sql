-- One tile of one layer as MVT: its features, and for labelled polygons a second tile layer with one point a feature.
--   $1 zoom, $2 column, $3 row, $4 day (temporal layers: what stands on that day), $5 how many features at most (only where ranked)
--   Filled in per layer and zoom when first asked: view, columns, layer, valid, ranking;
--   labelled, label_view, label_columns, label_field, label_layer.
-- The search box is wider than the tile by the buffer (without it features near an edge vanish), the clip box is the bare tile.
-- MATERIALIZED, or the planner computes ST_AsMVTGeom twice: for the value and for IS NOT NULL.
-- ORDER BY id: the same data give the same bytes, and so the same ETag. A label stands in the one tile that holds its point: left and upper edge
-- belong to a tile, right and lower do not. Leans on the GiST index of geom_3857.
WITH feature AS MATERIALIZED (
  SELECT id, ${columns} ST_AsMVTGeom(geom_3857, ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom
  FROM ${view}
  WHERE geom_3857 && ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096) AND ${valid}
  ${ranking}
),
bounds AS (
  SELECT ST_XMin(tile) AS west, ST_YMin(tile) AS south, ST_XMax(tile) AS east, ST_YMax(tile) AS north
  FROM ST_TileEnvelope($1, $2, $3) AS tile
),
point AS MATERIALIZED (
  SELECT id, ${label_columns} ST_PointOnSurface(geom_3857) AS point
  FROM ${label_view}
  WHERE ${labelled} AND geom_3857 && ST_TileEnvelope($1, $2, $3) AND ${valid} AND ${label_field} IS NOT NULL
  ${ranking}
),
label AS (
  SELECT id, ${label_columns} ST_MakePoint(
    least(round((ST_X(point) - west) / (east - west) * 4096), 4095),
    least(round((north - ST_Y(point)) / (north - south) * 4096), 4095)) AS geom
  FROM point, bounds
  WHERE ST_X(point) >= west AND ST_X(point) < east AND ST_Y(point) > south AND ST_Y(point) <= north
)
SELECT
  (SELECT coalesce(ST_AsMVT(f, ${layer}, 4096, 'geom', 'id'), '') FROM (SELECT * FROM feature WHERE geom IS NOT NULL ORDER BY id) AS f)
  || (SELECT coalesce(ST_AsMVT(l, ${label_layer}, 4096, 'geom', 'id'), '') FROM (SELECT * FROM label ORDER BY id) AS l) AS mvt,
  (SELECT count(*)::integer FROM feature WHERE geom IS NOT NULL) AS features
