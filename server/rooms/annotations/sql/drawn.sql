-- A GeoJSON geometry (longitude, latitude) as it is kept: EPSG:2178 as EWKB text; null where it is not valid there. Touches no table.
-- Parameters: geometry.
SELECT CASE WHEN ST_IsValid(drawn) AND NOT ST_IsEmpty(drawn) THEN drawn::text END AS drawn
FROM (SELECT ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(${geometry})), 4326), 2178) AS drawn) AS given
