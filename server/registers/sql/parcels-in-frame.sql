-- Parcels of a day in the frame of a map (EPSG:2178), the largest first. GiST index parcel_geom.
SELECT parcel.number AS label, ST_AsGeoJSON(parcel.geom, 2)::json AS geometry
FROM cadastre.parcel
WHERE parcel.geom && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 2178) AND parcel.valid @> ${day}::date
ORDER BY ST_Area(parcel.geom) DESC, parcel.key
LIMIT 600
