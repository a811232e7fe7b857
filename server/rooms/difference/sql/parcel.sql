-- A parcel as it stood on the later of two days, else on the earlier one; which day that was, its geometry (EPSG:2178), m² and box in degrees. Index parcel_key.
SELECT CASE WHEN parcel.valid @> ${later}::date THEN ${later} ELSE ${earlier} END AS standing,
  parcel.geom::text AS geom, ST_Area(parcel.geom) AS area, json_build_array(ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)) AS bbox
FROM layer.parcels AS parcel CROSS JOIN LATERAL (SELECT Box3D(ST_Transform(parcel.geom, 4326)) AS box) AS lonlat
WHERE parcel.key = ${identifier} AND (parcel.valid @> ${later}::date OR parcel.valid @> ${earlier}::date)
ORDER BY parcel.valid @> ${later}::date DESC
LIMIT 1
