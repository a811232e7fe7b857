-- Whether registers can say "nothing" about a place (geom, EPSG:2178) on a day: the place lies in the city, and the register of plans holds
-- acts of that day. A plan whose first day is not known (-infinity) proves nothing about days long ago.
SELECT
  EXISTS (SELECT FROM layer.city AS city WHERE ST_Intersects(city.geom, ${geom}::geometry)) AS "inCity",
  EXISTS (SELECT FROM layer.plans AS plan WHERE plan.valid @> ${day}::date AND isfinite(lower(plan.valid))) AS "plansKnown"
