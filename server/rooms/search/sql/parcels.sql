-- Which parcels have this number (tier 4), a part of it after division (3), or a number that begins with it (2); without a number all that the
-- conditions leave (1). Leans on parcel_number and parcel_district_number. The distance is that of the bounding box, which stands in the row's header.
WITH place AS MATERIALIZED (
  SELECT ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326), 2178) AS near
),
candidate AS (
  SELECT parcel.id, parcel.number, parcel.geom <#> place.near AS distance,
    CASE
      WHEN ${number} IS NULL THEN 1
      WHEN parcel.number = ${number} THEN 4
      WHEN parcel.number LIKE ${parts} THEN 3
      ELSE 2
    END AS tier
  FROM cadastre.parcel CROSS JOIN place
  WHERE upper_inf(parcel.valid) AND ${conditions:raw}
)
SELECT ${layer} AS layer, id, tier, distance, length(number) AS length
FROM candidate
ORDER BY tier DESC, distance NULLS FIRST, length(number), number, id
LIMIT ${limit}
