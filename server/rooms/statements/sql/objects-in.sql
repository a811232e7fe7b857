-- Objects of a layer in a district (geom, EPSG:2178) on a day, with the hectares inside, by name. ${class}: column of the symbology.
SELECT object.key, object.${title:name} AS title, ${class:raw} AS class, ST_Area(ST_Intersection(object.geom, ${geom}::geometry)) / 10000 AS area_ha,
  object.source, meta.source_date_on(object.source, ${day}::date)::text AS source_date, object.demonstration
FROM ${view:raw} AS object
WHERE ST_Intersects(object.geom, ${geom}::geometry) AND ST_Area(ST_Intersection(object.geom, ${geom}::geometry)) > 1
ORDER BY title, object.key
