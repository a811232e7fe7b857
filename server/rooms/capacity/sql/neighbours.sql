-- Parcels beside land (geom, EPSG:2178) on a day, cut by the zones in force there, with the height that these allow; longitude, latitude.
-- reach: how far away the nearest point of a parcel may be, metres; most: how many parcels, the nearest first (one more tells that there are).
-- Zones are cut to the surroundings once, and so are parcels that go far beyond. Pieces below a square metre are the noise of two drawings.
-- Leans on the GiST indexes of parcels and zones.
WITH near AS MATERIALIZED (
  SELECT parcel.key, parcel.geom, min(ST_Distance(parcel.geom, part.geom)) AS distance
  FROM ST_Dump(${geom}::geometry) AS part
  JOIN cadastre.parcel ON parcel.geom && ST_Expand(part.geom, ${reach}) AND ST_DWithin(parcel.geom, part.geom, ${reach}) AND parcel.valid @> ${day}::date AND parcel.key <> ALL (${own}::text[])
  GROUP BY parcel.key, parcel.geom
  ORDER BY distance, parcel.key
  LIMIT ${most}
), parcels AS MATERIALIZED (
  SELECT outside.key, around.box, CASE WHEN outside.geom @ around.box THEN outside.geom ELSE ST_CollectionExtract(ST_Intersection(outside.geom, around.box), 3) END AS geom
  FROM (SELECT ST_Expand(${geom}::geometry, 2 * ${reach}) AS box) AS around
  CROSS JOIN (SELECT key, CASE WHEN distance > 0 THEN geom ELSE ST_CollectionExtract(ST_Difference(geom, ${geom}::geometry), 3) END AS geom FROM near) AS outside
  WHERE ST_Area(outside.geom) > 1
), zones AS MATERIALIZED (
  SELECT zone.key, zone.symbol, zone.max_height_m, CASE WHEN zone.geom @ around.box THEN zone.geom ELSE ST_CollectionExtract(ST_Intersection(zone.geom, around.box), 3) END AS geom
  FROM (SELECT ST_Expand(${geom}::geometry, 2 * ${reach}) AS box) AS around
  JOIN layer.zones AS zone ON zone.geom && around.box AND zone.valid @> ${day}::date
  WHERE ST_Intersects(zone.geom, around.box) AND layer.zones_plan_status_on(zone.id, ${day}::date) = 'in-force'
), cut AS (
  SELECT parcels.key AS parcel, zones.key AS zone, zones.symbol, zones.max_height_m AS height,
    CASE WHEN zones.key IS NULL OR ST_CoveredBy(parcels.geom, zones.geom) THEN parcels.geom ELSE ST_CollectionExtract(ST_Intersection(parcels.geom, zones.geom), 3) END AS geom
  FROM parcels LEFT JOIN zones ON zones.geom && parcels.geom AND ST_Intersects(zones.geom, parcels.geom) AND NOT ST_Touches(zones.geom, parcels.geom)
)
SELECT parcel, zone, symbol, height, ST_AsGeoJSON(ST_Transform(geom, 4326), 7)::json AS geometry, (SELECT count(*) FROM near)::integer AS found
FROM cut WHERE ST_Area(geom) > 1 ORDER BY parcel, zone
