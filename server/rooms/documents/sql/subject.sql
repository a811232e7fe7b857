-- The outline of a parcel on a day and its box, in metres of EPSG:2178 (east, north). Index parcel_key.
SELECT ST_AsGeoJSON(geom, 3)::json AS geometry, ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north
FROM cadastre.parcel WHERE key = ${identifier} AND valid @> ${day}::date
