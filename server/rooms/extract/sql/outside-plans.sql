-- The area (m²) of a parcel (geom, EPSG:2178) that lies under none of the plans with these ids; overlapping plans count once.
SELECT COALESCE(ST_Area(ST_Difference(${geom}::geometry, (SELECT ST_Union(plan.geom) FROM layer.plans AS plan WHERE plan.id = ANY (${ids}::integer[])))),
  ST_Area(${geom}::geometry)) AS area
