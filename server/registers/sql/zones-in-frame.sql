-- Zones in force on a day in the frame of a map (EPSG:2178), cut to it, with their symbol and class. GiST index zone_geom.
SELECT zone.symbol AS label, zone.zone_class AS class, ST_AsGeoJSON(piece.geom, 2)::json AS geometry
FROM planning.zone
JOIN planning.plan ON plan.key = zone.plan_key AND plan.valid @> ${day}::date
CROSS JOIN LATERAL planning.plan_on(plan.id, ${day}::date) AS state
CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(zone.geom, ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 2178)), 3) AS geom OFFSET 0) AS piece
WHERE zone.geom && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 2178) AND zone.valid @> ${day}::date AND state.status = 'in-force' AND NOT ST_IsEmpty(piece.geom)
ORDER BY ST_Area(piece.geom) DESC, zone.key
LIMIT 400
