-- The nearest point of each kind, as investment.nearest_m measures: in a straight line from the nearest place of the land, tram stops the imported ones where there are any.
-- Leans on indexes transport_point_geom and tram_stop_geom.
SELECT kind.kind, round(ST_Distance(nearest.geom, land.geom)) AS metres, nearest.name,
  CASE WHEN nearest.geom IS NOT NULL THEN json_build_array(round(ST_X(lonlat.geom)::numeric, 7), round(ST_Y(lonlat.geom)::numeric, 7)) END AS point,
  dataset.name AS source, dataset.source_date::text AS source_date, coalesce(dataset.demonstration, false) AS demonstration
FROM (SELECT ${geom}::geometry AS geom) AS land
CROSS JOIN unnest(${kinds}::text[]) WITH ORDINALITY AS kind (kind, place)
LEFT JOIN LATERAL (
  (SELECT point.name, point.geom, point.dataset_id FROM base.transport_point AS point
    WHERE point.kind = kind.kind AND NOT (kind.kind = 'tram-stop' AND EXISTS (SELECT FROM city.tram_stop)) ORDER BY ST_Distance(point.geom, land.geom), point.key LIMIT 1)
  UNION ALL
  (SELECT stop.name, stop.geom, stop.dataset_id FROM city.tram_stop AS stop WHERE kind.kind = 'tram-stop' ORDER BY ST_Distance(stop.geom, land.geom), stop.key LIMIT 1)
) AS nearest ON true
LEFT JOIN LATERAL (SELECT ST_Transform(nearest.geom, 4326) AS geom) AS lonlat ON true
LEFT JOIN meta.dataset ON dataset.id = nearest.dataset_id
ORDER BY kind.place
