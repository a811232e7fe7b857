-- The land of a listed site (EPSG:2178) by its key, with its name, area and how far across it is. The key is unique in investment.site.
SELECT site.name, site.geom::text AS geom, ST_Area(site.geom) AS "areaM2", greatest(ST_XMax(site.geom) - ST_XMin(site.geom), ST_YMax(site.geom) - ST_YMin(site.geom)) AS "acrossM"
FROM layer.investment_sites AS site WHERE site.key = ${key}
