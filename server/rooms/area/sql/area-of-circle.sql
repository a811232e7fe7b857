-- The area of interest as a circle in metres: 256 corners, 0.01 % less than the true circle.
SELECT ST_Buffer(ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 2178), ${radiusM}, 'quad_segs=64')::text AS geom
