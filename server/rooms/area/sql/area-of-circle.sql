-- The area of interest as a circle in metres: 128 corners, set out by 0.02 % of the radius so that its area is that of the true circle.
SELECT ST_Buffer(ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 2178), ${radiusM} * 1.00020083, 'quad_segs=32')::text AS geom
