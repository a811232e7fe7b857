-- A made-up corner of Podgórze in every geometry type, the same at each run: 1,600 parcels as a Voronoi partition, zones, plans, lines, points.
INSERT INTO meta.dataset (id, name, layer, publisher, licence, demonstration, checksum) VALUES (1, 'Próba kafelków', 'zones', 'Testy', 'CC0', true, 'brak');

CREATE FUNCTION pg_temp.chance(seed text) RETURNS double precision LANGUAGE sql IMMUTABLE RETURN ('x' || substr(md5(seed), 1, 8))::bit(32)::bigint / 4294967295.0;

-- 4 × 4 km round Płaszów.
CREATE TEMP TABLE cell AS
SELECT row_number() OVER () AS n, ST_Intersection(cell, ST_MakeEnvelope(7425000, 5544000, 7429000, 5548000, 2178)) AS geom
FROM ST_Dump(ST_VoronoiPolygons((
  SELECT ST_Collect(ST_SetSRID(ST_MakePoint(7425000 + 4000 * pg_temp.chance('x' || i), 5544000 + 4000 * pg_temp.chance('y' || i)), 2178)) FROM generate_series(1, 1600) AS i
))) AS dump(path, cell);

INSERT INTO cadastre.parcel (key, dataset_id, identifier, register_area_m2, geom)
SELECT '126104_9.0029.' || n, 1, '126104_9.0029.' || n, greatest(1, round(ST_Area(geom))::integer), ST_Multi(ST_CollectionExtract(geom, 3)) FROM cell;

-- A parcel that stood until 2020, and the two it was divided into are of today; one with a hole; one a hand wide.
INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES
  ('126104_9.0029.9001', 1, '126104_9.0029.9001', '[1990-01-01,2020-01-01)', ST_Multi(ST_MakeEnvelope(7425100, 5544100, 7425400, 5544400, 2178))),
  ('126104_9.0029.9002/1', 1, '126104_9.0029.9002/1', '[2020-01-01,)', ST_Multi(ST_Difference(ST_MakeEnvelope(7429100, 5544100, 7429500, 5544500, 2178), ST_MakeEnvelope(7429200, 5544200, 7429300, 5544300, 2178)))),
  ('126104_9.0029.9003', 1, '126104_9.0029.9003', '[2020-01-01,)', ST_Multi(ST_MakeEnvelope(7429600, 5544100, 7429600.2, 5544500, 2178)));

INSERT INTO cadastre.parcel_block (district_id, geom_3857)
SELECT '126104_9.0029', (ST_Dump(ST_Union(ST_Transform(geom, 3857)))).geom FROM cell GROUP BY n % 40;

INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, definition_regime, procedure, geom)
SELECT 'plan-' || g, 1, (ARRAY['Płaszów – Rybitwy', 'Bieżanów', 'Zabłocie', 'Łagiewniki'])[g + 1], 'MPZP', (ARRAY['in-force', 'in-consultation', 'in-preparation', 'superseded'])[g + 1], 'IN_FORCE', 'OWN', 'OLD',
  ST_Multi(ST_Union(geom)) FROM (SELECT n % 4 AS g, geom FROM cell WHERE n < 600) AS part GROUP BY g;

-- A zone of many far parts; one without symbol class that the catalogue knows; every third zone has no paragraph.
INSERT INTO planning.zone (key, dataset_id, plan_key, symbol, zone_class, designation, paragraph, definition_regime, geom)
SELECT 'plan-' || (g % 4) || ':' || g, 1, 'plan-' || (g % 4), 'MW/U.' || g, (ARRAY['MN', 'MW', 'U', 'ZP', 'KD', 'ŹW'])[g % 6 + 1], 'tereny zabudowy', CASE WHEN g % 3 > 0 THEN '§ ' || g END, 'OWN', ST_Multi(ST_Union(geom))
FROM (SELECT n % 120 AS g, geom FROM cell WHERE n < 900) AS part GROUP BY g;

INSERT INTO base.street (key, dataset_id, name, kind, geom)
SELECT 'u' || n, 1, 'ul. Ślężna ' || n, (ARRAY['main', 'collector', 'local', 'access'])[n % 4 + 1], ST_Multi(ST_ExteriorRing(geom)) FROM cell WHERE n % 5 = 0 AND GeometryType(geom) = 'POLYGON';

INSERT INTO base.river (key, dataset_id, name, width_m, geom)
SELECT 'r' || g, 1, 'Drwinka', CASE WHEN g > 1 THEN 2.5 * g END, ST_Multi(ST_MakeLine(ST_SetSRID(ST_MakePoint(7424000 + 6000 * t / 400.0, 5545000 + 400 * g + 300 * sin(t / 20.0 + g)), 2178) ORDER BY t))
FROM generate_series(1, 4) AS g, generate_series(0, 400) AS t GROUP BY g;

INSERT INTO base.address (key, dataset_id, street, house_number, geom)
SELECT 'a' || n, 1, 'Wielicka', n || CASE WHEN n % 7 = 0 THEN 'ł' ELSE '' END, ST_PointOnSurface(geom) FROM cell WHERE n % 3 = 0;

INSERT INTO base.place (key, dataset_id, name, kind, geom) SELECT 'm' || n, 1, 'Miejsce ' || n, 'suburb', ST_Centroid(geom) FROM cell WHERE n % 160 = 0;

INSERT INTO city.district (key, dataset_id, number, roman, name, geom)
SELECT 'd' || g, 1, g + 1, 'XIII', 'Podgórze ' || g, ST_Multi(ST_Union(geom)) FROM (SELECT width_bucket(ST_X(ST_Centroid(geom)), 7425000, 7429000, 3) AS g, geom FROM cell) AS part GROUP BY g;
