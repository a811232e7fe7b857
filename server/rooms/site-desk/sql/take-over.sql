-- A site of the office from what is listed under a key; no row when nothing is, or when the office has it already. Primary key.
-- Parameters: key, by.
INSERT INTO office.site (key, version, demonstration, content, geom, created_at, changed_at, changed_by)
SELECT site.key, 1, dataset.demonstration, jsonb_build_object('name', site.name, 'status', site.status, 'strategic_area', site.strategic_area, 'offer_form', site.offer_form, 'price_pln', site.price_pln, 'by_tender', site.by_tender,
  'parcels', to_jsonb(site.parcels), 'utilities', to_jsonb(site.utilities), 'power_kw', site.power_kw, 'road_access', site.road_access, 'rail_access', site.rail_access, 'contact', site.contact, 'files', '[]'::jsonb),
  site.geom, clock_timestamp(), clock_timestamp(), ${by}
FROM investment.site JOIN meta.dataset ON dataset.id = site.dataset_id
WHERE site.key = ${key}
ON CONFLICT (key) DO NOTHING
RETURNING key
