-- What everybody sees of a site: a copy of the office's, in the place of what was listed under its key. Zones are those of the plans in force on the day. Unique key.
-- Parameters: key, dataset, day.
INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, price_pln, by_tender, parcels, zone_symbols, utilities, power_kw, road_access, rail_access, contact, geom)
SELECT site.key, ${dataset}, said.name, said.status, said.strategic_area, said.offer_form, said.price_pln, said.by_tender, said.parcels,
  coalesce((SELECT array_agg(DISTINCT part.symbol) FROM investment.zone_parts(site.geom, ${day}::date) AS part), '{}'), said.utilities, said.power_kw, said.road_access, said.rail_access, said.contact, site.geom
FROM office.site CROSS JOIN LATERAL jsonb_to_record(site.content) AS said (name text, status text, strategic_area text, offer_form text, price_pln numeric, by_tender boolean, parcels text[], utilities text[], power_kw integer,
  road_access text, rail_access text, contact text)
WHERE site.key = ${key}
ON CONFLICT (key) DO UPDATE SET dataset_id = excluded.dataset_id, name = excluded.name, status = excluded.status, strategic_area = excluded.strategic_area, offer_form = excluded.offer_form, price_pln = excluded.price_pln,
  by_tender = excluded.by_tender, parcels = excluded.parcels, zone_symbols = excluded.zone_symbols, utilities = excluded.utilities, power_kw = excluded.power_kw, road_access = excluded.road_access,
  rail_access = excluded.rail_access, contact = excluded.contact, geom = excluded.geom
