-- A condition: an annotation whose place lies in a district, whose area is unpacked once. Index annotation_place.
-- Parameters: key.
annotation.id IN (
  WITH area AS MATERIALIZED (SELECT ST_Force2D(district.geom) AS geom FROM city.district WHERE district.key = ${key})
  SELECT placed.id FROM area JOIN office.annotation AS placed ON ST_Intersects(area.geom, placed.place)
)
