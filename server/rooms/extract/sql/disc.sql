-- A disc of some metres around a place (longitude, latitude), in EPSG:2178, with its area.
SELECT disc.geom::text AS geom, ST_Area(disc.geom) AS "areaM2"
FROM (SELECT ST_Buffer(ST_Transform(ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), 2178), ${radiusM}) AS geom) AS disc
