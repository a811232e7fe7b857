-- What registers can say about a place (geom, EPSG:2178) on a day: how much of it (m²) lies outside of the city, and whether the register of
-- plans holds acts of that day. A plan whose first day is not known (-infinity) proves nothing about days long ago.
SELECT
  ST_Area(${geom}::geometry) - coalesce((SELECT sum(ST_Area(ST_Intersection(city.geom, ${geom}::geometry))) FROM layer.city AS city WHERE ST_Intersects(city.geom, ${geom}::geometry)), 0) AS "outsideCityM2",
  EXISTS (SELECT FROM layer.plans AS plan WHERE plan.valid @> ${day}::date AND isfinite(lower(plan.valid))) AS "plansKnown"
