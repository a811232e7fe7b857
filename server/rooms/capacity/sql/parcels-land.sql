-- Parcels with these identifiers as they stood on a day as one piece of land (EPSG:2178): its area, and how far across it is. Index parcel_key.
SELECT land.geom::text AS geom, ST_Area(land.geom) AS "areaM2", greatest(ST_XMax(land.geom) - ST_XMin(land.geom), ST_YMax(land.geom) - ST_YMin(land.geom)) AS "acrossM"
FROM (SELECT ST_Multi(ST_Union(parcel.geom)) AS geom FROM cadastre.parcel WHERE parcel.key = ANY (${identifiers}::text[]) AND parcel.valid @> ${day}::date) AS land
