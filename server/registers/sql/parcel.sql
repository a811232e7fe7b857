-- The geometry (EPSG:2178) of a parcel as it stood on a day, with its area. Index parcel_key.
SELECT parcel.key AS identifier, parcel.geom::text AS geom, ST_Area(parcel.geom) AS "areaM2"
FROM cadastre.parcel
WHERE parcel.key = ${identifier} AND parcel.valid @> ${day}::date
