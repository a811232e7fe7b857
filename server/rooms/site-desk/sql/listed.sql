-- Sites that are listed and that the office has not taken over. Primary key.
SELECT site.key, site.name, site.status, round(ST_Area(site.geom)::numeric, 1)::float8 AS "areaM2", dataset.name AS source, dataset.demonstration
FROM investment.site JOIN meta.dataset ON dataset.id = site.dataset_id
WHERE NOT EXISTS (SELECT FROM office.site AS ours WHERE ours.key = site.key)
ORDER BY site.name, site.key
