-- One listed site as layer investment-sites shows it, its land (EPSG:2178) with its measured area, and its place in degrees. The key is unique in investment.site.
SELECT site.id, site.key, site.name, to_jsonb(site) - '{id,key,geom,geom_3857,source,source_date,demonstration}'::text[] AS properties,
  site.geom::text AS geom, ST_Area(site.geom) AS "areaM2", site.source, site.source_date::text AS source_date, site.demonstration,
  (SELECT json_build_object('key', district.key, 'name', district.roman || ' ' || district.name) FROM layer.districts AS district WHERE district.key = site.district) AS district,
  ST_AsGeoJSON(shape.lonlat, 7)::json AS geometry,
  json_build_array(ST_X(shape.point), ST_Y(shape.point)) AS point,
  json_build_array(ST_XMin(shape.lonlat), ST_YMin(shape.lonlat), ST_XMax(shape.lonlat), ST_YMax(shape.lonlat)) AS bbox
FROM layer.investment_sites AS site
CROSS JOIN LATERAL (
  SELECT ST_Multi(ST_ForcePolygonCCW(ST_Transform(site.geom, 4326))) AS lonlat, ST_SnapToGrid(ST_Transform(ST_PointOnSurface(site.geom), 4326), 1e-7) AS point
  OFFSET 0
) AS shape
WHERE site.key = ${key}
