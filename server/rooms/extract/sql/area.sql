-- A polygon (GeoJSON, longitude latitude; it has passed the gate) in EPSG:2178, with its area.
SELECT area.geom::text AS geom, ST_Area(area.geom) AS "areaM2"
FROM (SELECT ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${geometry}), 4326), 2178) AS geom) AS area
