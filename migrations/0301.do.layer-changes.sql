-- Every change of a table behind a layer is told on channel layer_changed: {"layer": "parcels", "bbox": [west, south, east, north]} in EPSG:3857.
-- One payload a statement and layer, so that a bulk load does not flood; NOTIFY is sent with the commit, never before. bbox null: anywhere.
-- Attributes that no tile carries (events of a procedure, land uses, the dataset's date) send nothing of their own.

CREATE FUNCTION meta.tell_layer_changed(layer text, extent box2d) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('layer_changed', json_build_object('layer', layer, 'bbox', CASE WHEN extent IS NOT NULL THEN
    json_build_array(floor(ST_XMin(extent)), floor(ST_YMin(extent)), ceil(ST_XMax(extent)), ceil(ST_YMax(extent))) END)::text);
$$;

-- Trigger of every table behind a layer: the layer's id is the argument. The extent is that of the rows before and after the statement.
CREATE FUNCTION meta.on_layer_rows_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  extent box2d;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT ST_Extent(geom_3857) INTO extent FROM rows_after;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT ST_Extent(geom_3857) INTO extent FROM rows_before;
  ELSE
    SELECT ST_Extent(geom_3857) INTO extent FROM (SELECT geom_3857 FROM rows_before UNION ALL SELECT geom_3857 FROM rows_after) AS either;
  END IF;
  -- A statement that touched no row has no extent.
  IF extent IS NOT NULL THEN
    PERFORM meta.tell_layer_changed(TG_ARGV[0], extent);
  END IF;
  RETURN NULL;
END;
$$;

CREATE FUNCTION meta.on_layer_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM meta.tell_layer_changed(TG_ARGV[0], NULL);
  RETURN NULL;
END;
$$;

-- Zones show the status of their plan: a changed plan changes its zones, wherever they lie.
CREATE FUNCTION meta.on_plans_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keys text[];
  extent box2d;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(key) INTO keys FROM rows_after;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(key) INTO keys FROM rows_before;
  ELSE
    SELECT array_agg(key) INTO keys FROM (SELECT key FROM rows_before UNION SELECT key FROM rows_after) AS either;
  END IF;
  SELECT ST_Extent(geom_3857) INTO extent FROM planning.zone WHERE plan_key = ANY (keys);
  IF extent IS NOT NULL THEN
    PERFORM meta.tell_layer_changed('zones', extent);
  END IF;
  RETURN NULL;
END;
$$;

-- Puts the three statement triggers of `handler` on a table (a trigger with transition tables serves one kind of statement only).
CREATE FUNCTION meta.watch(watched regclass, prefix text, handler regproc, argument text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)',
    prefix || '_inserted', watched, handler, argument);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)',
    prefix || '_updated', watched, handler, argument);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)',
    prefix || '_deleted', watched, handler, argument);
END;
$$;

-- What a migration that adds a layer calls for each table whose geom_3857 its view shows.
CREATE FUNCTION meta.watch_layer(layer text, watched regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM meta.watch(watched, 'tell_' || layer, 'meta.on_layer_rows_changed', layer);
  EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION meta.on_layer_truncated(%L)',
    'tell_' || layer || '_truncated', watched, layer);
END;
$$;

SELECT meta.watch_layer(layer, watched::regclass) FROM (VALUES
  ('green-areas', 'base.green_area'), ('water', 'base.water'), ('rivers', 'base.river'), ('main-roads', 'base.main_road'),
  ('railways', 'base.railway'), ('streets', 'base.street'), ('addresses', 'base.address'), ('places', 'base.place'),
  ('city', 'city.city'), ('districts', 'city.district'), ('tram-stops', 'city.tram_stop'), ('schools', 'city.school'),
  ('population-cells', 'city.population_cell'), ('cadastral-units', 'cadastre.registration_unit'),
  ('cadastral-districts', 'cadastre.cadastral_district'), ('parcels', 'cadastre.parcel'), ('parcels', 'cadastre.parcel_block'),
  ('plans', 'planning.plan'), ('zones', 'planning.zone'), ('general-plan-zones', 'planning.general_plan_zone'),
  ('municipal-land', 'land.holding'), ('investment-sites', 'investment.site'), ('river-parks', 'green.river_park')
) AS table_of (layer, watched);

SELECT meta.watch('planning.plan', 'tell_zones', 'meta.on_plans_changed', '');
CREATE TRIGGER tell_zones_truncated AFTER TRUNCATE ON planning.plan FOR EACH STATEMENT EXECUTE FUNCTION meta.on_layer_truncated('zones');
