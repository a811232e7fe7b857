-- A plan as it stands on a day, else its last version: what it is, its geometry (EPSG:2178), m² and box in degrees. Index plan_key.
SELECT plan.key, plan.name, plan.kind, plan.status, plan.in_force_from,
  plan.geom::text AS geom, ST_Area(plan.geom) AS area, json_build_array(ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)) AS bbox
FROM layer.plans AS plan CROSS JOIN LATERAL (SELECT Box3D(ST_Transform(plan.geom, 4326)) AS box) AS lonlat
WHERE plan.key = ${key}
ORDER BY plan.valid @> ${day}::date DESC, upper(plan.valid) DESC NULLS FIRST
LIMIT 1
