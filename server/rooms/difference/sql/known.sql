-- Whether the register of plans can say "no plan" of a place (geom, EPSG:2178) on a day: it holds plans of that day, and the place lies in the city.
-- A plan whose first day is not known proves nothing about days long ago.
SELECT EXISTS (SELECT FROM layer.plans AS plan WHERE plan.valid @> ${day}::date AND isfinite(lower(plan.valid)))
  AND EXISTS (SELECT FROM layer.city AS city WHERE ST_Intersects(city.geom, ${geom}::geometry)) AS known
