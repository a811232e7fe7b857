-- The outline of municipal parcels taken together and its box, in metres of EPSG:2178 (east, north). Index parcel_key.
SELECT ST_AsGeoJSON(land.geom, 3)::json AS geometry, ST_XMin(land.geom) AS west, ST_YMin(land.geom) AS south, ST_XMax(land.geom) AS east, ST_YMax(land.geom) AS north
FROM (SELECT ST_Multi(ST_Union(parcel.geom)) AS geom FROM layer.municipal_parcels AS parcel WHERE parcel.key = ANY (${keys}::text[])) AS land
