-- A district (by key) with its figures on a day: share under plans in force, parcels, land of the city. GiST indexes of geom.
WITH district AS MATERIALIZED (
  SELECT district.*, district.geom AS area FROM layer.districts AS district WHERE district.key = ${key}
), law AS (
  SELECT ST_Union(ST_Intersection(plan.geom, district.geom)) AS geom
  FROM district JOIN planning.plan ON ST_Intersects(plan.geom, district.geom)
  CROSS JOIN LATERAL planning.plan_on(plan.id, ${day}::date) AS state
  WHERE plan.valid @> ${day}::date AND plan.kind <> 'POG' AND state.status = 'in-force'
)
SELECT district.key, district.roman, district.name, district.area_km2, district.population, district.source,
  meta.source_date_on(district.source, ${day}::date)::text AS source_date, district.demonstration, district.geom::text AS geom,
  coalesce(ST_Area((SELECT geom FROM law)), 0) / ST_Area(district.geom) * 100 AS covered_pct,
  (SELECT count(*)::integer FROM cadastre.parcel WHERE parcel.valid @> ${day}::date AND ST_Intersects(district.geom, parcel.geom) AND ST_Intersects(district.geom, ST_PointOnSurface(parcel.geom))) AS parcels,
  (SELECT coalesce(sum(ST_Area(ST_Intersection(holding.geom, district.geom))), 0) / 10000 FROM layer.municipal_land AS holding WHERE ST_Intersects(holding.geom, district.geom)) AS municipal_ha
FROM district
