-- What keeps the facts of land (0707) right: statements note where something changed, the end of the transaction works it off. And the layers that show them.

-- At the end of a transaction, once: all its boxes together. Until the facts are first prepared there is nothing to keep.
CREATE FUNCTION investment.work_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  boxes integer;
  whole boolean;
  stale_box geometry;
BEGIN
  WITH taken AS (DELETE FROM investment.stale RETURNING box)
  SELECT count(*), bool_or(box IS NULL), ST_SetSRID(ST_Extent(box)::geometry, 2178) INTO boxes, whole, stale_box FROM taken;
  IF boxes > 0 THEN
    PERFORM investment.refresh(CASE WHEN whole THEN NULL ELSE stale_box END, (now() AT TIME ZONE 'Europe/Warsaw')::date);
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER work_off AFTER INSERT ON investment.stale DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION investment.work_off();

CREATE FUNCTION investment.note_stale(box geometry) RETURNS void LANGUAGE sql AS $$
  INSERT INTO investment.stale (box) SELECT box FROM investment.fact_state WHERE as_of IS NOT NULL
$$;

-- Statement trigger of tables whose rows change the facts of the land on which they lie.
CREATE FUNCTION investment.on_land_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE extent box2d;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT ST_Extent(geom) INTO extent FROM rows_after;
  ELSIF TG_OP = 'DELETE' THEN SELECT ST_Extent(geom) INTO extent FROM rows_before;
  ELSE SELECT ST_Extent(geom) INTO extent FROM (SELECT geom FROM rows_before UNION ALL SELECT geom FROM rows_after) AS either;
  END IF;
  -- A register that was or becomes empty tells something of every piece of land, but only where its rows lie it tells more than "none".
  IF extent IS NOT NULL THEN PERFORM investment.note_stale(CASE WHEN TG_ARGV[0] = 'everywhere' THEN NULL ELSE ST_Expand(ST_SetSRID(extent::geometry, 2178), 1) END); END IF;
  RETURN NULL;
END
$$;
CREATE FUNCTION investment.on_truncated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM investment.note_stale(NULL);
  RETURN NULL;
END
$$;
-- Uses of parcels have no geometry of their own.
CREATE FUNCTION investment.on_uses_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE extent box2d;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT ST_Extent(parcel.geom) INTO extent FROM rows_after JOIN cadastre.parcel ON parcel.id = rows_after.parcel_id;
  ELSIF TG_OP = 'DELETE' THEN SELECT ST_Extent(parcel.geom) INTO extent FROM rows_before JOIN cadastre.parcel ON parcel.id = rows_before.parcel_id;
  ELSE SELECT ST_Extent(parcel.geom) INTO extent FROM (SELECT parcel_id FROM rows_before UNION SELECT parcel_id FROM rows_after) AS either JOIN cadastre.parcel ON parcel.id = either.parcel_id;
  END IF;
  IF extent IS NOT NULL THEN PERFORM investment.note_stale(ST_Expand(ST_SetSRID(extent::geometry, 2178), 1)); END IF;
  RETURN NULL;
END
$$;

SELECT meta.watch(watched::regclass, 'facts', handler::regproc, reach) FROM (VALUES
  ('cadastre.parcel', 'investment.on_land_changed', 'there'), ('cadastre.land_use', 'investment.on_uses_changed', ''), ('investment.site', 'investment.on_land_changed', 'there'),
  ('planning.plan', 'investment.on_land_changed', 'there'), ('planning.zone', 'investment.on_land_changed', 'there'), ('land.holding', 'investment.on_land_changed', 'there'),
  ('city.district', 'investment.on_land_changed', 'there'),
  ('protection.flood_hazard', 'investment.on_land_changed', 'everywhere'), ('protection.heritage', 'investment.on_land_changed', 'everywhere'), ('protection.nature_protection', 'investment.on_land_changed', 'everywhere'),
  ('base.transport_point', 'investment.on_land_changed', 'everywhere'), ('city.tram_stop', 'investment.on_land_changed', 'everywhere'), ('investment.strategic_area', 'investment.on_land_changed', 'everywhere')
) AS table_of (watched, handler, reach);
DO $$
DECLARE watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['cadastre.parcel', 'cadastre.land_use', 'investment.site', 'planning.plan', 'planning.zone', 'land.holding', 'city.district', 'protection.flood_hazard',
    'protection.heritage', 'protection.nature_protection', 'base.transport_point', 'city.tram_stop', 'investment.strategic_area']
  LOOP EXECUTE format('CREATE TRIGGER facts_truncated AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION investment.on_truncated()', watched); END LOOP;
END
$$;

CREATE VIEW layer.transport_points AS
  SELECT t.id, t.key, t.name, t.kind, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.transport_point AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.strategic_areas AS
  SELECT t.id, t.key, t.name, round((ST_Area(t.geom) / 10000)::numeric, 1)::double precision AS area_ha, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM investment.strategic_area AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

DROP VIEW layer.investment_sites;
CREATE VIEW layer.investment_sites AS
  SELECT t.id, t.key, t.name, t.status, t.strategic_area, t.offer_form, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.price_pln::double precision AS price_pln, t.by_tender, t.parcels, t.zone_symbols, t.utilities, t.power_kw, t.road_access, t.rail_access, t.contact,
    fact.ownership, fact.holding_form, fact.district, fact.road_contact, fact.plan_status, fact.plan_pct, fact.zone_class, fact.zone_pct, coalesce(fact.zone_classes, '{}') AS zone_classes,
    fact.max_height_m, fact.max_intensity, fact.max_built_up_pct, fact.min_bio_active_pct, fact.motorway_m, fact.airport_m, fact.station_m, fact.tram_m, fact.flood_pct, fact.heritage_pct, fact.nature_pct,
    dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM investment.site AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id
  LEFT JOIN investment.fact ON fact.layer = 'investment-sites' AND fact.object_id = t.id;

-- Nobody has offered these: what only an offer has is null here, that is unknown.
CREATE VIEW layer.municipal_parcels AS
  SELECT t.id, t.key, t.number || ' (' || cadastre.unit_letter(t.unit_id) || '-' || split_part(t.district_id, '.', 2)::integer || ')' AS name, t.identifier, NULL::text AS status, fact.strategic_area, NULL::text AS offer_form,
    round((fact.area_m2 / 10000)::numeric, 4)::double precision AS area_ha, NULL::double precision AS price_pln, NULL::boolean AS by_tender, fact.zone_symbols, NULL::text[] AS utilities, NULL::integer AS power_kw, NULL::text AS road_access, NULL::text AS rail_access,
    fact.ownership, fact.holding_form, fact.district, fact.road_contact, fact.plan_status, fact.plan_pct, fact.zone_class, fact.zone_pct, fact.zone_classes,
    fact.max_height_m, fact.max_intensity, fact.max_built_up_pct, fact.min_bio_active_pct, fact.motorway_m, fact.airport_m, fact.station_m, fact.tram_m, fact.flood_pct, fact.heritage_pct, fact.nature_pct,
    dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM investment.fact JOIN cadastre.parcel AS t ON t.id = fact.object_id LEFT JOIN meta.dataset ON dataset.id = t.dataset_id
  WHERE fact.layer = 'municipal-parcels';

SELECT meta.watch_layer('transport-points', 'base.transport_point'), meta.watch_layer('strategic-areas', 'investment.strategic_area'), meta.watch_layer('municipal-parcels', 'cadastre.parcel');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'msip_app') THEN
    -- Facts and versions are written by the functions of the owner.
    REVOKE INSERT, UPDATE, DELETE ON investment.fact, investment.neighbour, investment.fact_state, investment.stale, investment.site_version FROM msip_app;
  END IF;
END
$$;
