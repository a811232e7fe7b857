-- A drawn area from GeoJSON that has passed the gate: its geometry (EPSG:2178), m² and box in degrees. Touches no table.
SELECT area.geom::text AS geom, ST_Area(area.geom) AS area, json_build_array(ST_XMin(area.drawn), ST_YMin(area.drawn), ST_XMax(area.drawn), ST_YMax(area.drawn)) AS bbox
FROM (
  SELECT drawn, ST_Transform(drawn, 2178) AS geom FROM (SELECT ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON(${geometry}), 4326)) AS drawn OFFSET 0) AS given OFFSET 0
) AS area
