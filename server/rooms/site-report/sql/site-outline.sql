-- The outline of a listed site and its box, in metres of EPSG:2178 (east, north). The key is unique in investment.site.
SELECT ST_AsGeoJSON(site.geom, 3)::json AS geometry, ST_XMin(site.geom) AS west, ST_YMin(site.geom) AS south, ST_XMax(site.geom) AS east, ST_YMax(site.geom) AS north
FROM investment.site WHERE site.key = ${key}
