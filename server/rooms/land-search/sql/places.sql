-- Where land lies, in degrees: a point on it and its box, with the version of the facts. One row without id where there is none of it any more.
-- Parameters: view, ids. Primary keys.
SELECT state.version, land.id, ARRAY[ST_X(land.point), ST_Y(land.point)] AS point, ARRAY[ST_XMin(land.degrees), ST_YMin(land.degrees), ST_XMax(land.degrees), ST_YMax(land.degrees)] AS bbox
FROM investment.fact_state AS state
LEFT JOIN (
  SELECT id, ST_Transform(ST_PointOnSurface(geom), 4326) AS point, ST_Transform(geom, 4326) AS degrees FROM ${view} WHERE id = ANY (${ids}::integer[])
) AS land ON true
