-- How the facts of land (0707) are computed and written; nobody but these functions writes them.

-- The part of a piece of land in one zone of a plan in force: from one per cent on, less is the accuracy of the drawings.
CREATE FUNCTION investment.zone_parts(land geometry, on_day date)
RETURNS TABLE (zone_id integer, symbol text, zone_class text, area_m2 double precision, max_height_m double precision, max_intensity double precision, max_built_up_pct double precision, min_bio_active_pct double precision)
LANGUAGE sql STABLE AS $$
  SELECT zone.id, zone.symbol, zone.zone_class, part.area, zone.max_height_m::double precision, zone.max_intensity::double precision, zone.max_built_up_pct::double precision, zone.min_bio_active_pct::double precision
  FROM planning.zone
  JOIN planning.plan ON plan.key = zone.plan_key AND plan.valid @> on_day AND plan.status = 'in-force'
  CROSS JOIN LATERAL (SELECT CASE WHEN ST_Covers(zone.geom, land) THEN ST_Area(land) ELSE ST_Area(ST_Intersection(zone.geom, land)) END AS area OFFSET 0) AS part
  WHERE zone.geom && land AND zone.valid @> on_day AND ST_Intersects(zone.geom, land) AND part.area >= 0.01 * ST_Area(land)
$$;

-- Metres to the nearest point of a kind; null where the register has none. Tram stops: the real ones once they are imported.
CREATE FUNCTION investment.nearest_m(land geometry, of_kind text) RETURNS double precision LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN of_kind = 'tram-stop' AND EXISTS (SELECT FROM city.tram_stop)
    THEN (SELECT min(ST_Distance(stop.geom, land)) FROM city.tram_stop AS stop)
    ELSE (SELECT min(ST_Distance(point.geom, land)) FROM base.transport_point AS point WHERE point.kind = of_kind) END
$$;

-- Facts of many pieces of land. `of_layer` and ids; the land comes from the table of that layer.
CREATE FUNCTION investment.write_facts(of_layer text, ids integer[], on_day date) RETURNS void LANGUAGE plpgsql SET jit = off AS $$
BEGIN
  DELETE FROM investment.fact WHERE layer = of_layer AND object_id = ANY (ids);
  WITH land AS MATERIALIZED (
    SELECT site.id, site.geom, site.parcels, site.strategic_area, site.dataset_id FROM investment.site WHERE of_layer = 'investment-sites' AND site.id = ANY (ids)
    UNION ALL
    SELECT parcel.id, parcel.geom, ARRAY[parcel.key], NULL, parcel.dataset_id FROM cadastre.parcel WHERE of_layer = 'municipal-parcels' AND parcel.id = ANY (ids)
  ), registers AS MATERIALIZED (
    SELECT EXISTS (SELECT FROM planning.plan WHERE valid @> on_day) AS plans,
      EXISTS (SELECT FROM protection.flood_hazard WHERE valid @> on_day) AS flood,
      EXISTS (SELECT FROM protection.heritage WHERE valid @> on_day) AS heritage,
      EXISTS (SELECT FROM protection.nature_protection WHERE valid @> on_day) AS nature,
      EXISTS (SELECT FROM investment.strategic_area) AS areas
  )
  INSERT INTO investment.fact (layer, object_id, area_m2, perimeter_m, ownership, holding_form, district, strategic_area, road_contact, plan_status, plan_pct, zone_class, zone_pct,
    zone_classes, zone_symbols, max_height_m, max_intensity, max_built_up_pct, min_bio_active_pct, motorway_m, airport_m, station_m, tram_m, flood_pct, heritage_pct, nature_pct, box)
  SELECT of_layer, land.id, whole.area, ST_Perimeter(land.geom), owner.ownership, holding.form, district.key, coalesce(land.strategic_area, area.key), road.contact,
    CASE WHEN zones.area > 0 THEN 'in-force' WHEN NOT registers.plans THEN 'unknown' WHEN preparing.any_plan THEN 'in-preparation' ELSE 'none' END,
    CASE WHEN registers.plans THEN least(100, round((100 * coalesce(zones.area, 0) / whole.area)::numeric, 1))::double precision END,
    zones.main[1], round((100 * zones.main_area / whole.area)::numeric, 1)::double precision, coalesce(zones.classes, '{}'), coalesce(zones.symbols, '{}'),
    zones.max_height_m, zones.max_intensity, zones.max_built_up_pct, zones.min_bio_active_pct,
    round(investment.nearest_m(land.geom, 'motorway-junction')), round(investment.nearest_m(land.geom, 'airport')),
    round(investment.nearest_m(land.geom, 'railway-station')), round(investment.nearest_m(land.geom, 'tram-stop')),
    CASE WHEN registers.flood THEN investment.share_pct(land.geom, 'protection.flood_hazard', on_day) END,
    CASE WHEN registers.heritage THEN investment.share_pct(land.geom, 'protection.heritage', on_day) END,
    CASE WHEN registers.nature THEN investment.share_pct(land.geom, 'protection.nature_protection', on_day) END,
    ST_Envelope(land.geom)
  FROM land CROSS JOIN registers
  CROSS JOIN LATERAL (SELECT ST_Area(land.geom) AS area OFFSET 0) AS whole
  -- Parameters are those of the zone in which the largest part lies.
  LEFT JOIN LATERAL (
    SELECT sum(part.area_m2) AS area, array_agg(part.zone_class ORDER BY part.area_m2 DESC, part.zone_id) AS main, max(part.area_m2) AS main_area,
      array_agg(DISTINCT part.zone_class) AS classes, array_agg(DISTINCT part.symbol) AS symbols,
      (array_agg(part.max_height_m ORDER BY part.area_m2 DESC, part.zone_id))[1] AS max_height_m,
      (array_agg(part.max_intensity ORDER BY part.area_m2 DESC, part.zone_id))[1] AS max_intensity,
      (array_agg(part.max_built_up_pct ORDER BY part.area_m2 DESC, part.zone_id))[1] AS max_built_up_pct,
      (array_agg(part.min_bio_active_pct ORDER BY part.area_m2 DESC, part.zone_id))[1] AS min_bio_active_pct
    FROM investment.zone_parts(land.geom, on_day) AS part
  ) AS zones ON true
  LEFT JOIN LATERAL (
    SELECT true AS any_plan FROM planning.plan
    WHERE plan.valid @> on_day AND plan.kind <> 'POG' AND plan.status IN ('in-preparation', 'in-consultation') AND plan.geom && land.geom AND ST_Intersects(plan.geom, ST_PointOnSurface(land.geom)) LIMIT 1
  ) AS preparing ON true
  -- All parcels of the land and one kind of holder, or mixed; unknown as soon as one parcel is.
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(parcel.registration_group) < cardinality(land.parcels) THEN NULL
      WHEN count(DISTINCT kind.ownership) = 1 THEN min(kind.ownership) ELSE 'mixed' END AS ownership
    FROM unnest(land.parcels) AS named (key)
    LEFT JOIN cadastre.parcel ON parcel.key = named.key AND parcel.valid @> on_day
    LEFT JOIN LATERAL (SELECT CASE WHEN parcel.registration_group = 4 THEN 'municipality' WHEN parcel.registration_group = 5 THEN 'municipality-usufruct' WHEN parcel.registration_group = 6 THEN 'municipal-company'
      WHEN parcel.registration_group IN (1, 3) THEN 'state' WHEN parcel.registration_group = 2 THEN 'state-usufruct' WHEN parcel.registration_group IN (11, 12, 13, 14) THEN 'self-government' ELSE 'other' END AS ownership) AS kind ON true
  ) AS owner ON true
  LEFT JOIN LATERAL (
    SELECT held.form FROM land.holding AS held WHERE of_layer = 'municipal-parcels' AND held.geom && land.geom AND held.parcels @> land.parcels
      AND (held.since IS NULL OR held.since <= on_day) AND (held.until IS NULL OR held.until >= on_day) ORDER BY held.key LIMIT 1
  ) AS holding ON true
  LEFT JOIN LATERAL (
    SELECT district.key FROM city.district WHERE district.geom && land.geom AND ST_Intersects(district.geom, ST_PointOnSurface(land.geom)) ORDER BY district.key LIMIT 1
  ) AS district ON true
  LEFT JOIN LATERAL (
    SELECT area.key FROM investment.strategic_area AS area WHERE area.geom && land.geom AND ST_Intersects(area.geom, ST_PointOnSurface(land.geom))
    UNION ALL SELECT 'other' WHERE registers.areas LIMIT 1
  ) AS area ON true
  -- Beside a parcel that is used as a road (OFU dr).
  LEFT JOIN LATERAL (
    SELECT EXISTS (SELECT FROM cadastre.parcel AS street WHERE street.geom && ST_Expand(land.geom, 0.1) AND street.valid @> on_day AND street.key <> ALL (land.parcels)
      AND EXISTS (SELECT FROM cadastre.land_use WHERE land_use.parcel_id = street.id AND land_use.symbol = 'dr') AND ST_DWithin(street.geom, land.geom, 0.1)) AS contact
  ) AS road ON true;
END
$$;

-- Per cent of the land that lies in the areas of a theme of a day; areas that overlap count once. 0: none of it, and the register is not empty.
CREATE FUNCTION investment.share_pct(land geometry, theme regclass, on_day date) RETURNS double precision LANGUAGE plpgsql STABLE AS $$
DECLARE share double precision;
BEGIN
  EXECUTE format('SELECT 100 FROM %s AS area WHERE area.geom && $1 AND area.valid @> $2 AND ST_Covers(area.geom, $1) LIMIT 1', theme) INTO share USING land, on_day;
  IF share IS NOT NULL THEN RETURN share; END IF;
  EXECUTE format('SELECT round((100 * ST_Area(ST_Union(ST_Intersection(area.geom, $1))) / ST_Area($1))::numeric, 1)::double precision
    FROM %s AS area WHERE area.geom && $1 AND area.valid @> $2 AND ST_Intersects(area.geom, $1)', theme) INTO share USING land, on_day;
  RETURN coalesce(share, 0);
END
$$;

-- Parcels of the municipality (registration groups 4, 5, 6) of a day whose largest use is neither road, railway nor water.
CREATE FUNCTION investment.candidate_parcels(within_box geometry, on_day date) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  SELECT parcel.id FROM cadastre.parcel
  WHERE parcel.registration_group IN (4, 5, 6) AND parcel.valid @> on_day AND (within_box IS NULL OR parcel.geom && within_box)
    AND coalesce((SELECT land_use.symbol FROM cadastre.land_use WHERE land_use.parcel_id = parcel.id ORDER BY land_use.area_m2 DESC, land_use.ordinal LIMIT 1), '') NOT IN ('dr', 'Tk', 'Ti', 'Tp', 'Wm', 'Wp', 'Ws', 'W')
$$;

-- Writes the facts within a box anew (null: all) and notes what became of listed sites.
CREATE FUNCTION investment.refresh(within_box geometry, on_day date) RETURNS void LANGUAGE plpgsql SET jit = off AS $$
DECLARE
  parcels integer[];
  sites integer[];
BEGIN
  SELECT array_agg(id) INTO parcels FROM investment.candidate_parcels(within_box, on_day) AS id;
  SELECT array_agg(id) INTO sites FROM investment.site WHERE within_box IS NULL OR geom && within_box;
  DELETE FROM investment.neighbour AS pair USING investment.fact
    WHERE within_box IS NOT NULL AND fact.layer = 'municipal-parcels' AND fact.object_id IN (pair.a, pair.b) AND fact.box && within_box;
  IF within_box IS NULL THEN
    DELETE FROM investment.neighbour;
    DELETE FROM investment.fact;
  ELSE
    DELETE FROM investment.fact WHERE box && within_box;
  END IF;
  PERFORM investment.write_facts('municipal-parcels', coalesce(parcels, '{}'), on_day);
  PERFORM investment.write_facts('investment-sites', coalesce(sites, '{}'), on_day);
  WITH fresh AS MATERIALIZED (SELECT unnest(parcels) AS id), pair AS MATERIALIZED (
    SELECT DISTINCT least(here.id, other.object_id) AS a, greatest(here.id, other.object_id) AS b
    FROM fresh JOIN cadastre.parcel AS here ON here.id = fresh.id
    JOIN investment.fact AS other ON other.layer = 'municipal-parcels' AND other.box && ST_Expand(here.geom, 0.1) AND other.object_id <> here.id
  )
  INSERT INTO investment.neighbour (a, b, shared_m)
  SELECT pair.a, pair.b, edge.shared_m
  FROM pair JOIN cadastre.parcel AS one ON one.id = pair.a JOIN cadastre.parcel AS two ON two.id = pair.b
  CROSS JOIN LATERAL (SELECT ST_Length(ST_Intersection(ST_Boundary(one.geom), ST_Buffer(two.geom, 0.1, 2))) AS shared_m OFFSET 0) AS edge
  WHERE edge.shared_m >= 1;
  PERFORM investment.record_sites();
  UPDATE investment.fact_state SET as_of = on_day, version = version + 1;
END
$$;

-- Brings the facts to a day when they are of another one, or not yet prepared; true when something was written. Cheap when there is nothing to do.
CREATE FUNCTION investment.keep_facts(on_day date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept date;
BEGIN
  SELECT as_of INTO kept FROM investment.fact_state FOR UPDATE;
  IF kept = on_day THEN RETURN false; END IF;
  -- On most days nothing begins or ends.
  IF kept IS NOT NULL AND NOT EXISTS (
    SELECT FROM (SELECT valid FROM cadastre.parcel UNION ALL SELECT valid FROM planning.zone UNION ALL SELECT valid FROM planning.plan UNION ALL SELECT valid FROM protection.flood_hazard
      UNION ALL SELECT valid FROM protection.heritage UNION ALL SELECT valid FROM protection.nature_protection UNION ALL SELECT daterange(since, until, '[]') FROM land.holding WHERE since <= until OR since IS NULL OR until IS NULL) AS standing
    WHERE (standing.valid @> kept) <> (standing.valid @> on_day)
  ) THEN
    UPDATE investment.fact_state SET as_of = on_day;
    RETURN false;
  END IF;
  PERFORM investment.refresh(NULL, on_day);
  RETURN true;
END
$$;

-- Adds a version for every listed site that is not as it was last told, and one without properties for every site that is listed no more.
CREATE FUNCTION investment.record_sites() RETURNS void LANGUAGE sql AS $$
  WITH last AS (SELECT DISTINCT ON (key) key, properties, geom FROM investment.site_version ORDER BY key, seq DESC),
  listed AS (SELECT site.key, to_jsonb(site) - '{id,geom,geom_3857,source,source_date}'::text[] AS properties, site.geom, coalesce(site.demonstration, false) AS demonstration FROM layer.investment_sites AS site)
  INSERT INTO investment.site_version (key, properties, geom, demonstration)
  SELECT coalesce(listed.key, last.key), listed.properties, listed.geom, coalesce(listed.demonstration, (last.properties ->> 'demonstration')::boolean, false)
  FROM listed FULL JOIN last ON last.key = listed.key
  WHERE (listed.key IS NULL AND last.properties IS NOT NULL) OR (listed.key IS NOT NULL AND (last.properties IS DISTINCT FROM listed.properties OR NOT ST_Equals(last.geom, listed.geom)))
  ORDER BY 1
$$;
