-- Generalised geometry is stored and indexed: computed in the view, it was made twice for every row of the table, for every tile of low zoom
-- (47 ms for 120 zones at zoom 12). The tolerance, metres of EPSG:3857, is less than a pixel of the screen at the zooms that show it.
ALTER TABLE base.street ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 10)) STORED;
CREATE INDEX street_geom_3857_generalised ON base.street USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.streets_generalised AS
  SELECT id, kind, geom_3857_generalised AS geom_3857
  FROM base.street
  WHERE kind IN ('main', 'collector', 'local');

ALTER TABLE city.city ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 15)) STORED;
CREATE INDEX city_geom_3857_generalised ON city.city USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.city_generalised AS
  SELECT id, name, geom_3857_generalised AS geom_3857
  FROM city.city;

ALTER TABLE city.district ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 15)) STORED;
CREATE INDEX district_geom_3857_generalised ON city.district USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.districts_generalised AS
  SELECT id, name, roman, geom_3857_generalised AS geom_3857
  FROM city.district;

ALTER TABLE cadastre.registration_unit ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 15)) STORED;
CREATE INDEX registration_unit_geom_3857_generalised ON cadastre.registration_unit USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.cadastral_units_generalised AS
  SELECT id, name, unit_id, geom_3857_generalised AS geom_3857
  FROM cadastre.registration_unit;

ALTER TABLE planning.plan ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 15)) STORED;
CREATE INDEX plan_geom_3857_generalised ON planning.plan USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.plans_generalised AS
  SELECT id, name, kind, status, valid, geom_3857_generalised AS geom_3857
  FROM planning.plan;

ALTER TABLE planning.zone ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 8)) STORED;
CREATE INDEX zone_geom_3857_generalised ON planning.zone USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.zones_generalised AS
  SELECT t.id, t.zone_class, plan.status AS plan_status, t.valid, t.geom_3857_generalised AS geom_3857
  FROM planning.zone AS t LEFT JOIN planning.plan ON plan.key = t.plan_key AND plan.valid @> lower(t.valid);

ALTER TABLE planning.general_plan_zone ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 15)) STORED;
CREATE INDEX general_plan_zone_geom_3857_generalised ON planning.general_plan_zone USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.general_plan_zones_generalised AS
  SELECT id, zone_class, valid, geom_3857_generalised AS geom_3857
  FROM planning.general_plan_zone;

ALTER TABLE land.holding ADD COLUMN geom_3857_generalised geometry GENERATED ALWAYS AS (ST_SimplifyPreserveTopology(ST_Transform(geom, 3857), 5)) STORED;
CREATE INDEX holding_geom_3857_generalised ON land.holding USING gist (geom_3857_generalised);
CREATE OR REPLACE VIEW layer.municipal_land_generalised AS
  SELECT id, form, geom_3857_generalised AS geom_3857
  FROM land.holding;
