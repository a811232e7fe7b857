-- The area of interest round an object, found by its key in the view of its layer: the object itself and everything up to distanceM from it.
SELECT object.geom::text AS origin, ST_Buffer(object.geom, ${distanceM}, 'quad_segs=32')::text AS geom
FROM ${view:raw} AS object
WHERE object.key = ${key} AND ${current:raw}
