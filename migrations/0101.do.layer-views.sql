-- The bridge between catalogue and tables: one view per layer, of the layer's name, with the fields it declares.
-- source, source_date and demonstration come from the dataset by a LEFT JOIN that the planner drops where they are not read (tiles).

CREATE VIEW layer.green_areas AS
  SELECT t.id, t.key, t.name, t.kind, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.green_area AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.water AS
  SELECT t.id, t.key, t.name, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.water AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.rivers AS
  SELECT t.id, t.key, t.name, t.width_m::double precision AS width_m, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.river AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.main_roads AS
  SELECT t.id, t.key, t.name, t.kind, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.main_road AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.railways AS
  SELECT t.id, t.key, t.name, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.railway AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.streets AS
  SELECT t.id, t.key, t.name, t.kind, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.street AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.streets_generalised AS
  SELECT t.id, t.kind, ST_SimplifyPreserveTopology(t.geom_3857, 10) AS geom_3857
  FROM base.street AS t
  WHERE t.kind IN ('main', 'collector', 'local');

CREATE VIEW layer.addresses AS
  SELECT t.id, t.key, t.street || ' ' || t.house_number AS label, t.street, t.house_number, t.postcode, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.address AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.places AS
  SELECT t.id, t.key, t.name, t.kind, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM base.place AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.city AS
  SELECT t.id, t.key, t.name, t.teryt, round((ST_Area(t.geom) / 1000000)::numeric, 2)::double precision AS area_km2, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM city.city AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.city_generalised AS
  SELECT t.id, t.name, ST_SimplifyPreserveTopology(t.geom_3857, 15) AS geom_3857
  FROM city.city AS t;

CREATE VIEW layer.districts AS
  SELECT t.id, t.key, t.name, t.roman, t.number, round((ST_Area(t.geom) / 1000000)::numeric, 2)::double precision AS area_km2, t.population, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM city.district AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.districts_generalised AS
  SELECT t.id, t.name, t.roman, ST_SimplifyPreserveTopology(t.geom_3857, 15) AS geom_3857
  FROM city.district AS t;

CREATE VIEW layer.tram_stops AS
  SELECT t.id, t.key, t.name, t.code, t.fare_zone, t.on_demand, t.edited_on, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM city.tram_stop AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.schools AS
  SELECT t.id, t.key, t.address, t.pupils, t.posts::double precision AS posts, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM city.school AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.population_cells AS
  SELECT t.id, t.key, t.population, t.women, t.men, t.aged_0_19, t.aged_20_64, t.aged_65_plus, t.residential_buildings, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM city.population_cell AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.cadastral_units AS
  SELECT t.id, t.key, t.name, t.unit_id, t.letter, round((ST_Area(t.geom) / 1000000)::numeric, 2)::double precision AS area_km2, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM cadastre.registration_unit AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.cadastral_units_generalised AS
  SELECT t.id, t.name, t.unit_id, ST_SimplifyPreserveTopology(t.geom_3857, 15) AS geom_3857
  FROM cadastre.registration_unit AS t;

CREATE VIEW layer.cadastral_districts AS
  SELECT t.id, t.key, t.name, t.district_id, t.unit_id, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM cadastre.cadastral_district AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE FUNCTION cadastre.unit_letter(unit_id text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE unit_id WHEN '126102_9' THEN 'K' WHEN '126103_9' THEN 'NH' WHEN '126104_9' THEN 'P' WHEN '126105_9' THEN 'S' END;
CREATE FUNCTION cadastre.unit_name(unit_id text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE unit_id WHEN '126102_9' THEN 'Krowodrza' WHEN '126103_9' THEN 'Nowa Huta' WHEN '126104_9' THEN 'Podgórze' WHEN '126105_9' THEN 'Śródmieście' END;

CREATE VIEW layer.parcels AS
  SELECT t.id, t.key, t.identifier, t.number, cadastre.unit_letter(t.unit_id) || '-' || split_part(t.district_id, '.', 2)::integer AS cadastral_district, cadastre.unit_name(t.unit_id) AS registration_unit, t.register_area_m2, round(ST_Area(t.geom)::numeric, 1)::double precision AS geometry_area_m2, t.registration_group, (SELECT json_agg(json_build_object('symbol', u.symbol, 'soil_class', u.soil_class, 'area_m2', u.area_m2) ORDER BY u.ordinal) FROM cadastre.land_use AS u WHERE u.parcel_id = t.id) AS land_uses, dataset.name AS source, dataset.source_date, dataset.demonstration, t.valid, t.geom, t.geom_3857
  FROM cadastre.parcel AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.parcel_blocks AS
  SELECT id, daterange('-infinity', NULL) AS valid, geom_3857 FROM cadastre.parcel_block;

CREATE VIEW layer.plans AS
  SELECT t.id, t.key, t.name, t.kind, t.status, t.stage, t.resolution, t.resolution_date, t.journal, t.published_on, t.in_force_from, t.in_force_to, t.replaces, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.definition_regime, t.procedure, (SELECT json_agg(json_build_object('stage', e.stage, 'on_date', e.on_date, 'until_date', e.until_date, 'title', e.title, 'document', e.document) ORDER BY e.ordinal) FROM planning.plan_event AS e WHERE e.plan_id = t.id) AS events, dataset.name AS source, dataset.source_date, dataset.demonstration, t.valid, t.geom, t.geom_3857
  FROM planning.plan AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.plans_generalised AS
  SELECT t.id, t.name, t.kind, t.status, t.valid, ST_SimplifyPreserveTopology(t.geom_3857, 15) AS geom_3857
  FROM planning.plan AS t;

CREATE VIEW layer.zones AS
  SELECT t.id, t.key, t.symbol, t.zone_class, t.designation, t.plan_key AS plan, plan.name AS plan_name, plan.status AS plan_status, t.paragraph, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.max_height_m::double precision AS max_height_m, t.max_height_paragraph, t.min_intensity::double precision AS min_intensity, t.max_intensity::double precision AS max_intensity, t.intensity_paragraph, t.max_built_up_pct::double precision AS max_built_up_pct, t.built_up_paragraph, t.min_bio_active_pct::double precision AS min_bio_active_pct, t.bio_active_paragraph, t.parking, t.parking_paragraph, t.definition_regime, dataset.name AS source, dataset.source_date, dataset.demonstration, t.valid, t.geom, t.geom_3857
  FROM planning.zone AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id
  LEFT JOIN planning.plan ON plan.key = t.plan_key AND plan.valid @> lower(t.valid);
CREATE VIEW layer.zones_generalised AS
  SELECT t.id, t.zone_class, plan.status AS plan_status, t.valid, ST_SimplifyPreserveTopology(t.geom_3857, 8) AS geom_3857
  FROM planning.zone AS t LEFT JOIN planning.plan ON plan.key = t.plan_key AND plan.valid @> lower(t.valid);

CREATE VIEW layer.general_plan_zones AS
  SELECT t.id, t.key, t.symbol, t.zone_class, t.designation, t.primary_profile, t.additional_profile, t.plan_key AS plan, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.max_height_m::double precision AS max_height_m, t.max_height_paragraph, t.min_intensity::double precision AS min_intensity, t.max_intensity::double precision AS max_intensity, t.intensity_paragraph, t.max_built_up_pct::double precision AS max_built_up_pct, t.built_up_paragraph, t.min_bio_active_pct::double precision AS min_bio_active_pct, t.bio_active_paragraph, t.parking, t.parking_paragraph, t.definition_regime, dataset.name AS source, dataset.source_date, dataset.demonstration, t.valid, t.geom, t.geom_3857
  FROM planning.general_plan_zone AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.general_plan_zones_generalised AS
  SELECT t.id, t.zone_class, t.valid, ST_SimplifyPreserveTopology(t.geom_3857, 15) AS geom_3857
  FROM planning.general_plan_zone AS t;

CREATE VIEW layer.municipal_land AS
  SELECT t.id, t.key, t.name, t.form, t.purpose, t.parcels, round(ST_Area(t.geom)::numeric, 1)::double precision AS area_m2, t.manager, t.since, t.until, t.note, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM land.holding AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
CREATE VIEW layer.municipal_land_generalised AS
  SELECT t.id, t.form, ST_SimplifyPreserveTopology(t.geom_3857, 5) AS geom_3857
  FROM land.holding AS t;

CREATE VIEW layer.investment_sites AS
  SELECT t.id, t.key, t.name, t.status, t.strategic_area, t.offer_form, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.price_pln::double precision AS price_pln, t.by_tender, t.parcels, t.zone_symbols, t.utilities, t.power_kw, t.road_access, t.rail_access, t.contact, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM investment.site AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

CREATE VIEW layer.river_parks AS
  SELECT t.id, t.key, t.name, t.river, t.kind, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.target_area_ha::double precision AS target_area_ha, t.purchased_ha::double precision AS purchased_ha, t.purchase_state, t.districts, dataset.name AS source, dataset.source_date, dataset.demonstration, t.geom, t.geom_3857
  FROM green.river_park AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;
