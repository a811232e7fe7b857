-- Why a GeoJSON geometry is not valid, and where (degrees); no row when it is valid. Touches no table.
SELECT detail.reason, round(ST_X(detail.location)::numeric, 7)::float8 AS longitude, round(ST_Y(detail.location)::numeric, 7)::float8 AS latitude
FROM ST_IsValidDetail(ST_GeomFromGeoJSON(${geometry})) AS detail
WHERE NOT detail.valid
