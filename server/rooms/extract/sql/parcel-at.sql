-- The parcel at a place (longitude, latitude) on a day; of two that share the border the one with the smaller identifier. GiST index of geom.
SELECT parcel.key AS identifier
FROM cadastre.parcel
WHERE ST_Intersects(parcel.geom, ST_Transform(ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), 2178)) AND parcel.valid @> ${day}::date
ORDER BY parcel.key
LIMIT 1
