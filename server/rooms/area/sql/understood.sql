-- The area of interest as GeoJSON (outer rings counter-clockwise) and its measure in m².
SELECT ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Transform(${geom}::geometry, 4326)), 7)::json AS area, round(ST_Area(${geom}::geometry)::numeric, 1)::float8 AS area_m2
