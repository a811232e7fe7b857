-- A condition: an annotation whose place lies in a district. GiST of geom.
-- Parameters: key.
EXISTS (SELECT FROM city.district WHERE district.key = ${key} AND ST_Intersects(district.geom, annotation.place))
