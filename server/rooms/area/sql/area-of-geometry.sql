-- The area of interest (EPSG:2178) from a GeoJSON geometry that has passed the gate.
SELECT ST_Transform(ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON(${geometry}), 4326)), 2178)::text AS geom
